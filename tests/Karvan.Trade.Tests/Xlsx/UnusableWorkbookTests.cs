using System.Text;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>Sheets and parts that cannot be read: each says what was found.</summary>
public sealed class UnusableWorkbookTests : IDisposable
{
    private const string Cell = "<row><c><v>1</v></c></row>";
    private const string SheetPath = "xl/worksheets/sheet1.xml";

    private readonly WorkbookFolder folder = new();

    public static TheoryData<string, string> Rows =>
        new()
        {
            { """<row r="2"/><row r="2"/>""", "row '2' after row 2" },
            { """<row r="3"/><row r="2"/>""", "row '2' after row 3" },
            { """<row r="0"/>""", "row '0'" },
            { """<row r="x"/>""", "row 'x'" },
            { """<row r=""/>""", "row ''" },
            { """<row r="1048577"/>""", "row '1048577'" },
            { """<row r="99999999999999999999"/>""", "row '99999999999999999999'" },
            { """<row r="1048576"/><row/>""", "row 1048577" },
            { """<row><c r="B1"/><c r="A1"/></row>""", "cell 'A1' in row 1, column 3" },
            { """<row><c r="A1"/><c r="A1"/></row>""", "cell 'A1'" },
            { """<row r="2"><c r="A3"/></row>""", "cell 'A3' in row 2" },
            { """<row><c r="XFE1"/></row>""", "cell 'XFE1'" },
            { """<row><c r="AAAAAAAAAAAA1"/></row>""", "cell 'AAAAAAAAAAAA1'" },
            { """<row><c r="XFD1"/><c/></row>""", "row 1 with more cells" },
            { """<row><c r="A"/></row>""", "cell 'A'" },
            { """<row><c r="1"/></row>""", "cell '1'" },
            { """<row><c r=""/></row>""", "cell ''" },
            { """<row><c t="s"><v>0</v></c></row>""", "shared text number '0' at A1" },
            { """<row><c t="s"><v>-1</v></c></row>""", "shared text number '-1'" },
            { """<row><c/><c t="s"><v>x</v></c></row>""", "shared text number 'x' at B1" },
            { """<row r="7"><c r="AB7" t="q"><v>1</v></c></row>""", "kind 'q' at AB7" },
            { "<row r='7'><c><v>1</c></row>", "row 7: found a file that is damaged" },
            { "<row><c><v>\u0001</v></c></row>", "damaged" },
            { "<row><c><v>&nbsp;</v></c></row>", "damaged" },
            { "<row>" + string.Concat(Enumerable.Repeat("<a>", 200)), "nested" },
        };

    public static TheoryData<string, string, string> Parts =>
        new()
        {
            { SheetPath, "", "damaged" },
            { SheetPath, "<chartsheet/>", "<chartsheet>" },
            { SheetPath, "<worksheet xmlns='urn:x'/>", "<worksheet>" },
            { SheetPath, RawWorkbook.Sheet(Cell) + "<more/>", "damaged" },
            { SheetPath, RawWorkbook.Sheet(Cell)[..^5], "damaged" },
            {
                SheetPath,
                "<!DOCTYPE worksheet [<!ENTITY a '1'>]>" + RawWorkbook.Sheet("<row/>")[38..],
                "DTD"
            },
            { "xl/styles.xml", "<styleSheet", "damaged" },
            { "xl/styles.xml", "<sst/>", "<sst>" },
            { "xl/styles.xml", StyleWithFormat("x"), "damaged" },
            { "xl/styles.xml", StyleWithFormat("99999999999"), "damaged" },
            { "xl/sharedStrings.xml", "<sst", "damaged" },
            { "xl/workbook.xml", "<workbook", "damaged" },
            { "xl/_rels/workbook.xml.rels", "<Relationships", "damaged" },
            { "[Content_Types].xml", "<Types", "damaged" },
        };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_that_no_program_writes(string rows, string found) =>
        Refuses(new RawWorkbook(rows), found);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_that_are_not_what_they_should_be(string path, string part, string found) =>
        Refuses(
            new RawWorkbook(Cell)
            {
                Strings = "<si/>",
                Styles = "<cellXfs/>",
                Parts = [(path, part)],
            },
            found
        );

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    public void Parts_that_are_absent(string path) =>
        Refuses(new RawWorkbook(Cell) { Parts = [(path, null)] }, "lines.xlsx");

    [Theory]
    [InlineData("")]
    [InlineData("""<sheet name="A" sheetId="1" state="hidden" r:id="rId1"/>""")]
    [InlineData("""<sheet name="A" sheetId="1" r:id="rId77"/>""")]
    public void No_visible_sheet(string sheets) =>
        Refuses(new RawWorkbook(Cell) { SheetList = sheets }, "no visible worksheet");

    [Fact]
    public void A_sheet_without_an_id() =>
        Refuses(
            new RawWorkbook(Cell) { SheetList = """<sheet name="A" sheetId="1" id="rId1"/>""" },
            "a sheet without the id"
        );

    [Theory]
    [InlineData("<row><c t='inlineStr'><is><t>", "</t></is></c></row>")]
    [InlineData("<row><c><v>", "</v></c></row>")]
    public void A_cell_of_no_end(string before, string after) =>
        Refuses(
            new RawWorkbook(before + new string('1', 300_000) + after),
            "lines.xlsx, A1: found a cell of more than 229369 characters"
        );

    [Fact]
    public void A_shared_text_of_no_end() =>
        Refuses(
            new RawWorkbook(Cell) { Strings = $"<si><t>{new string('a', 300_000)}</t></si>" },
            "sharedStrings.xml, text 0: found a cell of more than"
        );

    [Fact]
    public void A_row_of_no_end()
    {
        var cell = $"<c t='str'><v>{new string('a', 200_000)}</v></c>";

        Refuses(
            new RawWorkbook($"<row>{string.Concat(Enumerable.Repeat(cell, 60))}</row>"),
            "bytes in row 1"
        );
    }

    [Fact]
    public void A_tag_of_no_end() =>
        Refuses(
            new RawWorkbook($"<row><c r='{new string('A', 6 << 20)}'/></row>"),
            "bytes without a tag"
        );

    [Fact]
    public void Damage_behind_many_good_rows_is_found_while_reading_and_stays_found()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 50_000; row++)
        {
            rows.Append($"<row><c><v>{row}</v></c></row>");
        }
        using var stream = folder.Save(new RawWorkbook(rows + "<row><c>").ToBytes()).Open();
        var buffer = new byte[1 << 12];

        var start = Encoding.UTF8.GetString(buffer, 0, stream.Read(buffer));
        var failure = Assert.Throws<UnusableInputException>(() => ReadAll(stream, buffer));

        Assert.StartsWith("1\n2\n3\n", start, StringComparison.Ordinal);
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
        var again = Assert.Throws<UnusableInputException>(() => ReadAll(stream, buffer));
        Assert.Equal(failure.Message, again.Message);
    }

    private static string StyleWithFormat(string id) =>
        $"<styleSheet xmlns='{RawWorkbook.Main}'><cellXfs><xf numFmtId='{id}'/></cellXfs></styleSheet>";

    private static void ReadAll(Stream stream, byte[] buffer)
    {
        while (stream.Read(buffer) > 0) { }
    }

    private void Refuses(RawWorkbook workbook, string found)
    {
        var file = folder.Save(workbook.ToBytes());

        var failure = Assert.Throws<UnusableInputException>(() => WorkbookFolder.Read(file));

        Assert.StartsWith("lines.xlsx", failure.Message, StringComparison.Ordinal);
        Assert.Contains(found, failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected ", failure.Message, StringComparison.Ordinal);
    }
}
