namespace Karvan.Trade.Xlsx;

/// <summary>
/// Looks for formulas and merged cells in the bytes of a sheet. Merged cells are listed behind all rows: to find them
/// by reading XML would take as long as reading the sheet.
/// </summary>
internal static class SheetMarks
{
    private const int Kept = 16;

    public static (bool Formulas, bool Merged) Find(Stream sheet)
    {
        var window = new byte[1 << 16];
        var kept = 0;
        var (formulas, merged) = (false, false);
        while (sheet.Read(window.AsSpan(kept)) is var read && read > 0)
        {
            var seen = window.AsSpan(0, kept + read);
            formulas |= seen.IndexOf("<f>"u8) >= 0 || seen.IndexOf("<f "u8) >= 0;
            merged |= seen.IndexOf("mergeCell "u8) >= 0;
            kept = Math.Min(Kept, seen.Length);
            seen[^kept..].CopyTo(window);
        }
        return (formulas, merged);
    }
}
