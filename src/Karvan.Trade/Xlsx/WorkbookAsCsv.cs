using System.Xml;
using Karvan.Trade.Files;

namespace Karvan.Trade.Xlsx;

/// <summary>
/// One worksheet of an <c>.xlsx</c> file as UTF-8 CSV, row by row. A line of the CSV is the row of the
/// sheet with the same number: absent and empty rows are empty lines, and a line break inside a cell is a blank.
/// </summary>
internal sealed class WorkbookAsCsv : ForwardStream
{
    private readonly string name;
    private readonly WorkbookFile workbook;
    private readonly CsvLines rows;
    private readonly SheetReader sheet;
    private bool ended;
    private string? refusal;

    /// <param name="path">Where the file is.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="wanted">The name of the sheet; null: the first visible one.</param>
    /// <exception cref="UnusableInputException">The file is no workbook, or damaged, or has no visible sheet.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public WorkbookAsCsv(string path, string name, string? wanted = null)
    {
        this.name = name;
        var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            1 << 16
        );
        try
        {
            workbook = WorkbookFile.Open(file, name, wanted);
            var strings = workbook.ReadStrings();
            var styles = workbook.ReadStyles();
            rows = new CsvLines();
            sheet = new SheetReader(workbook.OpenSheet(), name, strings, styles, rows);
        }
        catch (Exception e) when (IsDamage(e) || IsDisorder(e))
        {
            Abandon(file);
            throw Damaged(e, name);
        }
        catch
        {
            Abandon(file);
            throw;
        }
    }

    public override long PackedBytes => workbook.PackedBytes;

    /// <exception cref="UnusableInputException">The sheet is damaged at this place.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (refusal is not null)
        {
            throw new UnusableInputException(refusal);
        }
        try
        {
            while (rows.Waiting == 0 && !ended && !buffer.IsEmpty)
            {
                ended = !sheet.ReadRows();
            }
        }
        catch (UnusableInputException e)
        {
            refusal = e.Message;
            throw;
        }
        catch (Exception e) when (IsDamage(e))
        {
            var damaged = Damaged(e, $"{name}, row {sheet.Row}");
            refusal = damaged.Message;
            throw damaged;
        }
        return rows.Take(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sheet.Dispose();
            workbook.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Abandon(FileStream file)
    {
        workbook?.Dispose();
        file.Dispose();
    }

    /// <summary>What the zip and XML readers throw on bytes that are not what they should be.</summary>
    internal static bool IsDamage(Exception e) =>
        e is XmlException or IOException or InvalidDataException;

    /// <summary>What the package reader throws besides, on names, addresses and numbers in disorder.</summary>
    internal static bool IsDisorder(Exception e) =>
        e
            is FormatException
                or OverflowException
                or NotSupportedException
                or ArgumentException
                or InvalidOperationException;

    internal static UnusableInputException Damaged(Exception e, string place) =>
        e is XmlException xml && xml.Message.Contains("DTD", StringComparison.Ordinal)
            ? WorkbookRefusal.Of(
                place,
                "a document type declaration (DTD)",
                "the plain XML of a spreadsheet program",
                "save it again from one"
            )
            : WorkbookRefusal.Of(
                place,
                $"a file that is damaged, cut or no workbook ({e.Message.ReplaceLineEndings(" ")})",
                "a whole .xlsx workbook",
                "copy the file again, or open it in a spreadsheet program and save it as .xlsx"
            );
}
