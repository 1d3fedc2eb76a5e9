using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// A workbook of one sheet, written straight into the answer: no row waits in memory for the next. Every text is a text
/// cell, so that none can be a formula. Rows and cells carry their places, which ISO/IEC 29500 lets one leave out and many
/// readers look for.
/// </summary>
internal sealed class XlsxTable : ITableWriter
{
    private const int LongestText = 32_767;
    private const string Declaration =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string TypeStart = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly ZipArchive archive;
    private readonly StreamWriter sheet;
    private int written;

    private XlsxTable(ZipArchive archive, StreamWriter sheet) =>
        (this.archive, this.sheet) = (archive, sheet);

    public static async Task<XlsxTable> OpenAsync(
        Stream into,
        bool rightToLeft,
        int columns,
        CancellationToken cancel
    )
    {
        var package = await ZipArchive.CreateAsync(
            into,
            ZipArchiveMode.Create,
            leaveOpen: true,
            null,
            cancel
        );
        await PartAsync(
            package,
            "[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TypeStart}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TypeStart}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{TypeStart}.styles+xml"/></Types>""",
            cancel
        );
        await PartAsync(
            package,
            "_rels/.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            cancel
        );
        await PartAsync(
            package,
            "xl/workbook.xml",
            $"""<workbook xmlns="{Sheets}" xmlns:r="{Relations}"><sheets><sheet name="Karvan" sheetId="1" r:id="r1"/></sheets></workbook>""",
            cancel
        );
        await PartAsync(
            package,
            "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""",
            cancel
        );
        // Three looks of cells: plain, bold for titles, a number with separators and its decimals.
        await PartAsync(
            package,
            "xl/styles.xml",
            $"""<styleSheet xmlns="{Sheets}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="3" applyNumberFormat="1"/></cellXfs></styleSheet>""",
            cancel
        );
        var stream = await package.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(cancel);
        var rows = new StreamWriter(stream, new UTF8Encoding(false), 16_384);
        await rows.WriteAsync(
            $"""{Declaration}<worksheet xmlns="{Sheets}"><sheetViews><sheetView workbookViewId="0" rightToLeft="{(rightToLeft ? 1 : 0)}"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="{columns}" width="22" customWidth="1"/></cols><sheetData>"""
        );
        return new XlsxTable(package, rows);
    }

    public async ValueTask WriteAsync(
        IReadOnlyList<(string Text, decimal? Number)> line,
        CancellationToken cancel
    )
    {
        var isTitle = written == 0;
        written++;
        var row = new StringBuilder($"<row r=\"{written}\">");
        for (var i = 0; i < line.Count; i++)
        {
            var (text, number) = line[i];
            row.Append("<c r=\"").Append(Letters(i)).Append(written);
            if (number is { } value)
            {
                row.Append(decimal.IsInteger(value) ? "\" s=\"3\"><v>" : "\" s=\"2\"><v>")
                    .Append(value.ToString(CultureInfo.InvariantCulture))
                    .Append("</v></c>");
            }
            else
            {
                row.Append(isTitle ? "\" s=\"1\" t=\"inlineStr\">" : "\" t=\"inlineStr\">")
                    .Append("<is><t xml:space=\"preserve\">");
                Escape(row, text.Length > LongestText ? text[..LongestText] : text);
                row.Append("</t></is></c>");
            }
        }
        row.Append("</row>");
        await sheet.WriteAsync(row, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await sheet.WriteAsync("</sheetData></worksheet>");
        await sheet.DisposeAsync();
        await archive.DisposeAsync();
    }

    /// <summary>The name of a column, counted from zero: A to Z, then AA.</summary>
    private static string Letters(int column) =>
        (column < 26 ? "" : Letters(column / 26 - 1)) + (char)('A' + column % 26);

    private static async Task PartAsync(
        ZipArchive archive,
        string name,
        string xml,
        CancellationToken cancel
    )
    {
        await using var stream = await archive.CreateEntry(name).OpenAsync(cancel);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Declaration + xml), cancel);
    }

    /// <summary>Text as XML holds it; what XML cannot hold becomes the replacement character.</summary>
    private static void Escape(StringBuilder into, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => into.Append("&amp;"),
                '<' => into.Append("&lt;"),
                '>' => into.Append("&gt;"),
                (< ' ' and not ('\t' or '\n' or '\r')) or 0xFFFE or 0xFFFF => into.Append('\uFFFD'),
                _ => into.Append(rune.ToString()),
            };
        }
    }
}
