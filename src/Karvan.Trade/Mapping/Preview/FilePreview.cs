using Karvan.Trade.Declarations;
using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Words;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Mapping.Preview;

/// <summary>A row of data as it stands in the file, trimmed.</summary>
/// <param name="Line">Its physical line, or the row number in a workbook.</param>
public sealed record PreviewRow(long Line, IReadOnlyList<string> Cells);

/// <summary>What a person should know of a file before it is read.</summary>
public enum PreviewNote
{
    /// <summary>Formulas stand in the sheet; the values kept with them are read.</summary>
    Formulas,

    /// <summary>Cells of the sheet are merged; of merged cells the first one alone has a value.</summary>
    MergedCells,

    /// <summary>Sheets are hidden; they are not read.</summary>
    HiddenSheets,

    /// <summary>The file has several visible sheets, of which one is read.</summary>
    OtherSheets,

    /// <summary>The header has several rows.</summary>
    SeveralHeaderRows,

    /// <summary>Rows stand above the header; they are not read.</summary>
    RowsAboveHeader,

    /// <summary>Several columns bear the same name.</summary>
    SameNames,

    /// <summary>Rows of totals are among those shown; they will be rejected.</summary>
    TotalsRows,
}

/// <summary>The beginning of a file, and what was found out about it.</summary>
/// <param name="Encoding">As found; UTF-8 for a workbook.</param>
/// <param name="Separator">As found; comma for a workbook.</param>
/// <param name="Columns">Names of the columns; those of several header rows joined.</param>
/// <param name="Rows">The first rows of data, <see cref="MostRows"/> at most, blank ones left out.</param>
/// <param name="Bytes">Length of the file on disk.</param>
public sealed record FilePreview(
    string FileName,
    TextEncoding Encoding,
    FieldSeparator Separator,
    IReadOnlyList<PreviewSheet> Sheets,
    string? Sheet,
    HeaderPlace Header,
    IReadOnlyList<string> Columns,
    IReadOnlyList<PreviewRow> Rows,
    IReadOnlyList<PreviewNote> Notes,
    long Bytes
)
{
    public const int MostRows = 30;

    /// <param name="settings">What is known of the file, and the columns by which its header may be found. Null: nothing.</param>
    /// <exception cref="UnusableInputException">The file cannot be used; the message says why, and what to do.</exception>
    public static FilePreview Read(
        InputFile file,
        MappingProfile? settings,
        CancellationToken cancellation
    )
    {
        var shape = settings?.File ?? new FileShape();
        var limit = new ReadingOptions().MostUnpackedBytes;
        var text = OpenedText.Of(file, shape, limit, cancellation);
        var opening = OpeningRows.Read(text, shape.Separator);
        var header = TableHeader.Of(file.Name, opening.Rows, settings ?? new MappingProfile());
        List<PreviewRow> rows =
        [
            .. opening
                .Rows.Skip(header.First)
                .Where(r => !r.IsBlank)
                .Take(MostRows)
                .Select(r => new PreviewRow(r.Line, r.Cells)),
        ];
        return new(
            file.Name,
            text.Encoding,
            OpeningRows.SeparatorOf(opening.Separator),
            text.Sheets,
            text.Sheet,
            header.Place,
            header.Names,
            rows,
            [.. PreviewNotes.Of(text, opening, header, rows)],
            file.Length
        );
    }
}

/// <summary>Finds what a person should know.</summary>
internal static class PreviewNotes
{
    public static IEnumerable<PreviewNote> Of(
        OpenedText text,
        OpeningRows opening,
        TableHeader header,
        IReadOnlyList<PreviewRow> rows
    )
    {
        var (formulas, merged) = text.FindMarks();
        var places = header.Names.Select(ComparedWord.Of).Where(n => n.Length > 0).ToList();
        (bool Holds, PreviewNote Note)[] all =
        [
            (formulas, PreviewNote.Formulas),
            (merged, PreviewNote.MergedCells),
            (text.Sheets.Any(s => !s.Visible), PreviewNote.HiddenSheets),
            (text.Sheets.Count(s => s.Visible) > 1, PreviewNote.OtherSheets),
            (header.Rows.Count > 1, PreviewNote.SeveralHeaderRows),
            (
                opening.Rows.Take(header.First - header.Rows.Count).Any(r => !r.IsBlank),
                PreviewNote.RowsAboveHeader
            ),
            (places.Distinct(StringComparer.Ordinal).Count() < places.Count, PreviewNote.SameNames),
            (rows.Any(r => r.Cells.Any(TotalsWords.Contain)), PreviewNote.TotalsRows),
        ];
        return all.Where(n => n.Holds).Select(n => n.Note);
    }
}
