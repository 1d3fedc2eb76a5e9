namespace Karvan.Trade.Xlsx;

/// <summary>What a workbook says of its sheets, without a look at its texts and rows.</summary>
/// <param name="Sheet">The name of the one that is read.</param>
internal sealed record WorkbookLook(IReadOnlyList<SheetEntry> Sheets, string Sheet)
{
    /// <param name="wanted">The name of the sheet; null: the first visible one.</param>
    /// <exception cref="UnusableInputException">The file is no workbook, or damaged, or lacks the sheet.</exception>
    public static WorkbookLook At(string path, string name, string? wanted) =>
        Look(path, name, wanted, workbook => new WorkbookLook(workbook.Sheets, workbook.SheetName));

    /// <summary>Whether formulas and merged cells stand in the sheet; goes through all of its bytes.</summary>
    /// <exception cref="UnusableInputException">The sheet is damaged.</exception>
    public static (bool Formulas, bool Merged) Marks(string path, string name, string? wanted) =>
        Look(
            path,
            name,
            wanted,
            workbook =>
            {
                using var bytes = workbook.OpenSheetBytes();
                return SheetMarks.Find(bytes);
            }
        );

    private static T Look<T>(string path, string name, string? wanted, Func<WorkbookFile, T> look)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete
        );
        try
        {
            using var workbook = WorkbookFile.Open(file, name, wanted);
            return look(workbook);
        }
        catch (Exception e) when (WorkbookAsCsv.IsDamage(e) || WorkbookAsCsv.IsDisorder(e))
        {
            throw WorkbookAsCsv.Damaged(e, name);
        }
    }
}
