using System.IO.Compression;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>A workbook whose XML is written by hand, as writers other than the SDK write it.</summary>
/// <param name="Rows">What stands in the sheet's <c>sheetData</c>.</param>
internal sealed record RawWorkbook(string Rows)
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string OfficeRelations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations =
        "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes =
        "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SpreadsheetType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public string SheetList { get; init; } = """<sheet name="Lines" sheetId="1" r:id="rId1"/>""";

    public string Properties { get; init; } = "";

    /// <summary>The rows of a second sheet, <c>rId2</c>.</summary>
    public string SecondRows { get; init; } = "";

    /// <summary>The items of the shared strings part, or none.</summary>
    public string? Strings { get; init; }

    /// <summary>The inside of the style sheet, or none.</summary>
    public string? Styles { get; init; }

    /// <summary>Whole parts by path, in place of those made here or beside them; null leaves one out.</summary>
    public (string Path, string? Text)[] Parts { get; init; } = [];

    /// <summary>A style sheet with the formats 0 = general and 1 = the given one.</summary>
    public static string StylesWith(string formatCode) =>
        $"""
            <numFmts count="1"><numFmt numFmtId="164" formatCode="{formatCode}"/></numFmts>
            <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
            """;

    public byte[] ToBytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = ContentTypesPart(),
            ["_rels/.rels"] = Relations(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] =
                $"""<workbook xmlns="{Main}" xmlns:r="{OfficeRelations}">{Properties}<sheets>{SheetList}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = Relations([
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "worksheet", "worksheets/sheet2.xml"),
                .. Strings is null
                    ? Array.Empty<(string, string, string)>()
                    : [("rId3", "sharedStrings", "sharedStrings.xml")],
                .. Styles is null
                    ? Array.Empty<(string, string, string)>()
                    : [("rId4", "styles", "styles.xml")],
            ]),
            ["xl/worksheets/sheet1.xml"] = Sheet(Rows),
            ["xl/worksheets/sheet2.xml"] = Sheet(SecondRows),
            ["xl/sharedStrings.xml"] = Strings is null
                ? null
                : $"""<sst xmlns="{Main}">{Strings}</sst>""",
            ["xl/styles.xml"] = Styles is null
                ? null
                : $"""<styleSheet xmlns="{Main}">{Styles}</styleSheet>""",
        };
        foreach (var (path, part) in Parts)
        {
            parts[path] = part;
        }
        return Zip(
            parts.Where(part => part.Value is not null).Select(p => (p.Key, p.Value!)),
            level
        );
    }

    public static string Sheet(string rows) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    public static byte[] Zip(
        IEnumerable<(string Path, string Text)> parts,
        CompressionLevel level = CompressionLevel.Fastest
    )
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path, level).Open());
                part.Write(text);
            }
        }
        return bytes.ToArray();
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{PackageRelations}">"""
        + string.Concat(
            relations.Select(r =>
                $"""<Relationship Id="{r.Id}" Type="{OfficeRelations}/{r.Type}" Target="{r.Target}"/>"""
            )
        )
        + "</Relationships>";

    private string ContentTypesPart() =>
        $"""
            <Types xmlns="{ContentTypes}">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{SpreadsheetType}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SpreadsheetType}.worksheet+xml"/>
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="{SpreadsheetType}.worksheet+xml"/>
            """
        + (
            Strings is null
                ? ""
                : $"""<Override PartName="/xl/sharedStrings.xml" ContentType="{SpreadsheetType}.sharedStrings+xml"/>"""
        )
        + (
            Styles is null
                ? ""
                : $"""<Override PartName="/xl/styles.xml" ContentType="{SpreadsheetType}.styles+xml"/>"""
        )
        + "</Types>";
}
