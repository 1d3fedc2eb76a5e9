using System.Text;
using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

public sealed class WorkbookRowTests : IDisposable
{
    private const string Header =
        """<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>""";

    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // Absent rows, rows without cells, and rows of empty cells are empty lines.
    [InlineData(
        """<row r="4"><c r="A4"><v>5</v></c><c r="B4"><v>6</v></c></row>""",
        "1,2\n\n\n5,6\n"
    )]
    [InlineData("""<row r="2"/><row r="3"><c r="A3"><v>5</v></c></row>""", "1,2\n\n5,\n")]
    [InlineData(
        """<row r="2"><c r="A2" s="0"/><c r="B2" t="str"><v></v></c></row><row r="3"><c r="B3"><v>6</v></c></row>""",
        "1,2\n\n,6\n"
    )]
    // Those after the last full row leave no lines.
    [InlineData("""<row r="2"/><row r="9"><c r="A9" s="0"/></row><row r="1048576"/>""", "1,2\n")]
    // Absent cells are empty fields; cells beyond the header count only when they are not empty.
    [InlineData("""<row r="2"><c r="B2"><v>6</v></c></row>""", "1,2\n,6\n")]
    [InlineData("""<row r="2"><c r="A2"><v>5</v></c><c r="C2"/></row>""", "1,2\n5,\n")]
    [InlineData(
        """<row r="2"><c r="A2"><v>5</v></c><c r="E2"><v>9</v></c></row>""",
        "1,2\n5,,,,9\n"
    )]
    // Rows and cells that do not say where they are follow those before them.
    [InlineData(
        """<row><c><v>5</v></c><c/></row><row><c/><c><v>6</v></c></row>""",
        "1,2\n5,\n,6\n"
    )]
    [InlineData(
        """<row r="3"><c r="A3"><v>5</v></c></row><row><c><v>6</v></c></row>""",
        "1,2\n\n5,\n6,\n"
    )]
    [InlineData("""<row r="2"><c r="B2"><v>5</v></c><c><v>6</v></c></row>""", "1,2\n,5,6\n")]
    [InlineData("""<row><c r="A2"><v>5</v></c><c r="B2"><v>6</v></c></row>""", "1,2\n5,6\n")]
    // Columns beyond Z, up to the last.
    [InlineData(
        """<row r="2"><c r="AA2"><v>5</v></c></row>""",
        "1,2\n,,,,,,,,,,,,,,,,,,,,,,,,,,5\n"
    )]
    // What spreadsheet programs say of rows besides.
    [InlineData(
        """<row r="2" spans="1:2" ht="15" customHeight="1" hidden="1"><c r="A2"><v>5</v></c><extLst><c r="B2"><v>9</v></c></extLst></row>""",
        "1,2\n5,\n"
    )]
    public void A_line_for_each_row(string rows, string csv) =>
        Assert.Equal(csv, folder.Read(new(Header + rows)));

    [Fact]
    public void The_last_cell_of_the_largest_sheet()
    {
        var csv = folder.Read(
            new($"""{Header}<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>""")
        );

        Assert.Equal("1,2\n" + new string('\n', 1_048_574) + new string(',', 16_383) + "5\n", csv);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("""<row r="1"/>""", "")]
    [InlineData("""<row r="2"><c r="B2"><v>6</v></c></row>""", "\n,6\n")]
    [InlineData(
        """<row><c><v>1</v></c><c/><c><v>3</v></c><c/></row><row><c><v>5</v></c></row>""",
        "1,,3\n5,,\n"
    )]
    public void The_first_row_is_the_header(string rows, string csv) =>
        Assert.Equal(csv, folder.Read(new(rows)));

    [Fact]
    public void A_break_in_the_header_does_not_shift_the_lines()
    {
        var csv = folder.Read(
            new(
                """
                <row><c t="inlineStr"><is><t>hs
                code</t></is></c></row><row r="3"><c><v>5</v></c></row>
                """
            )
        );

        Assert.Equal("hs code\n\n5\n", csv);
    }

    [Fact]
    public void Other_parts_of_the_sheet_are_no_rows()
    {
        var sheet = $"""
            <x:worksheet xmlns:x="{RawWorkbook.Main}"><?note none?><x:dimension ref="A1:B2"/>
            <x:cols><x:col min="1" max="2"/></x:cols>
            <x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>
            <x:mergeCells><x:row r="7"><x:c r="A7"><x:v>7</x:v></x:c></x:row></x:mergeCells></x:worksheet>
            """;

        Assert.Equal("1\n", folder.Read(new("") { Parts = [("xl/worksheets/sheet1.xml", sheet)] }));
    }

    [Fact]
    public void A_link_that_is_no_address_does_no_harm()
    {
        const string Relations = $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="{RawWorkbook.OfficeRelations}/hyperlink"
                Target="mailto:a@b@c d%" TargetMode="External"/></Relationships>
            """;

        Assert.Equal(
            "1,2\n",
            folder.Read(
                new(Header) { Parts = [("xl/worksheets/_rels/sheet1.xml.rels", Relations)] }
            )
        );
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void Hidden_sheets_are_passed_over(string state)
    {
        var csv = folder.Read(
            new("<row><c><v>1</v></c></row>")
            {
                SecondRows = "<row><c><v>2</v></c></row>",
                SheetList = $"""
                <sheet name="Notes" sheetId="1" state="{state}" r:id="rId1"/>
                <sheet name="Lines" sheetId="2" state="visible" r:id="rId2"/>
                """,
            }
        );

        Assert.Equal("2\n", csv);
    }

    [Fact]
    public void The_first_sheet_is_that_of_the_first_tab()
    {
        var csv = folder.Read(
            new("<row><c><v>1</v></c></row>")
            {
                SecondRows = "<row><c><v>2</v></c></row>",
                SheetList = """
                <sheet name="B" sheetId="2" r:id="rId2"/><sheet name="A" sheetId="1" r:id="rId1"/>
                """,
            }
        );

        Assert.Equal("2\n", csv);
    }

    [Fact]
    public void Many_rows_are_the_same_however_they_are_asked_for_and_again_when_reopened()
    {
        var rows = new StringBuilder();
        var expected = new StringBuilder();
        for (var row = 1; row <= 20_000; row++)
        {
            rows.Append(
                $"""<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" t="s"><v>{row % 3}</v></c></row>"""
            );
            expected.Append($"{row},{(row % 3) switch { 0 => "نخ", 1 => "\"a,b\"", _ => "c" }}\n");
        }
        var file = folder.Save(
            new RawWorkbook(rows.ToString())
            {
                Strings = "<si><t>نخ</t></si><si><t>a,b</t></si><si><t>c</t></si>",
            }.ToBytes()
        );

        Assert.Equal(expected.ToString(), WorkbookFolder.Read(file, 1 << 19));
        Assert.Equal(expected.ToString(), WorkbookFolder.Read(file, 7));
    }
}
