using System.IO.Compression;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Karvan.Trade.Mapping.Opening;
using Karvan.Trade.Mapping.Preview;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Mapping.Reading;
using Karvan.Trade.Sources;
using Karvan.Trade.Tests.Xlsx;
using Xunit;

namespace Karvan.Trade.Tests.Mapping;

/// <summary>Workbooks with merged and repeated headers, formulas, hidden sheets, and bombs.</summary>
public sealed class LyingWorkbookTests : IDisposable
{
    private static readonly string[] Good =
    [
        "A-1",
        "1",
        "export",
        "2021-05-04",
        "10100000006",
        "080251",
        "DE",
        "100",
        "USD",
        "1",
    ];

    private static readonly MappingProfile Profile = OneLine.Profile with { File = new() };

    private readonly MappedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Cached_values_of_formulas_count_and_missing_ones_are_blank()
    {
        var rows =
            Row(1, OneLine.Names)
            + Row(2, Good).Replace(Cell("H2", "100"), "<c r=\"H2\"><f>50*2</f><v>100</v></c>")
            + Row(3, Good).Replace(Cell("H3", "100"), "<c r=\"H3\"><f>50*2</f></c>");
        var file = Save(new RawWorkbook(rows));
        var read = MappedFolder.Read(file, Profile);
        Assert.Equal(10_000, Assert.Single(read.Lines).Cents);
        Assert.Equal([new SetAside(3, Fault.Blank, "value", "")], read.SetAside);
        Assert.Contains(PreviewNote.Formulas, MappedFolder.Preview(file).Notes);
    }

    [Fact]
    public void The_first_visible_sheet_or_the_one_that_is_named()
    {
        var workbook = new RawWorkbook(Row(1, ["nothing", "here"]))
        {
            SheetList =
                """<sheet name="Cover" sheetId="1" state="hidden" r:id="rId1"/><sheet name="داده" sheetId="2" r:id="rId2"/>""",
            SecondRows = Row(1, OneLine.Names) + Row(2, Good),
        };
        var file = Save(workbook);
        Assert.Single(MappedFolder.Read(file, Profile).Lines);
        Assert.Single(MappedFolder.Read(file, Profile with { File = new(Sheet: "داده ") }).Lines);
        var preview = MappedFolder.Preview(file);
        Assert.Equal([new("Cover", false), new PreviewSheet("داده", true)], preview.Sheets);
        Assert.Equal("داده", preview.Sheet);
        Assert.Equal([PreviewNote.HiddenSheets], preview.Notes);
        Assert.StartsWith(
            "lines.xlsx: found the sheet 'Cover' hidden, expected one of the visible sheets 'داده'",
            Refusal(file, "Cover")
        );
        Assert.StartsWith("lines.xlsx: found no sheet 'Data', expected", Refusal(file, "Data"));
    }

    [Fact]
    public void Three_header_rows_with_merged_cells_below_a_title()
    {
        var rows =
            Row(1, ["Report of customs"])
            + Row(3, ["Declaration", "", "", "", "Goods", "", "", "Amounts", "", ""])
            + Row(4, ["No", "Line", "Kind", "Day", "Owner", "Tariff", "To", "Value", "", "Weight"])
            + Row(5, ["", "", "", "", "", "", "", "Number", "Unit", ""])
            + Row(6, Good)
            + Row(8, Good);
        var sheet = RawWorkbook
            .Sheet(rows)
            .Replace(
                "</sheetData>",
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A3:D3\"/></mergeCells>"
            );
        var file = Save(new RawWorkbook("") { Parts = [("xl/worksheets/sheet1.xml", sheet)] });
        var preview = MappedFolder.Preview(file, Profile with { File = new(Header: new(3, 3)) });
        Assert.Equal(
            [
                "Declaration / No",
                "Declaration / Line",
                "Declaration / Kind",
                "Declaration / Day",
                "Goods / Owner",
                "Goods / Tariff",
                "Goods / To",
                "Amounts / Value / Number",
                "Amounts / Value / Unit",
                "Amounts / Weight",
            ],
            preview.Columns
        );
        Assert.Equal(
            [PreviewNote.MergedCells, PreviewNote.SeveralHeaderRows, PreviewNote.RowsAboveHeader],
            preview.Notes
        );
        Assert.Equal([6L, 8L], preview.Rows.Select(r => r.Line));
        var profile = new MappingProfile
        {
            Declaration = new(
                [new("Declaration / No")],
                LineNumbering.Column,
                new("declaration/line")
            ),
            Flow = new(new("Declaration / Kind"), null, []),
            Date = new(new("Declaration / Day")),
            Exporter = new(new("Goods / Owner")),
            HsCode = new(new("Goods / Tariff")),
            Country = new("Goods / To"),
            Value = new(
                new("Amounts / Value / Number"),
                new(),
                null,
                new("Amounts / Value / Unit"),
                []
            ),
            Weight = new(new("Amounts / Weight"), new()),
        };
        // Found by its names where the profile does not say where it is.
        Assert.Equal([6L, 8L], MappedFolder.Read(file, profile).Lines.Select(l => l.Source));
    }

    [Fact]
    public void A_totals_row_and_short_rows()
    {
        var rows =
            Row(1, OneLine.Names)
            + Row(2, Good)
            + Row(3, ["A-1", "2", "export"])
            + Row(9, ["", "", "", "", "", "", "جمع کل", "100"]);
        var read = MappedFolder.Read(Save(new RawWorkbook(rows)), Profile);
        Assert.Equal(
            [
                new SetAside(3, Fault.Blank, "date", ""),
                new SetAside(9, Fault.TotalsRow, "", "جمع کل"),
            ],
            read.SetAside
        );
        Assert.Equal([new TotalsRow(9, 10_000, null)], read.Tally.Totals);
    }

    [Fact]
    public void A_workbook_bomb()
    {
        var rows = Row(1, OneLine.Names) + new string(' ', 3 << 20) + Row(2, Good);
        var big = string.Concat(Enumerable.Repeat("<row r=\"3\"/>" + new string(' ', 1 << 20), 66));
        var file = Save(new RawWorkbook(rows + big).ToBytes(CompressionLevel.SmallestSize));
        var refused = Assert.Throws<UnusableInputException>(() => MappedFolder.Read(file, Profile));
        Assert.Contains("times the packed size at most", refused.Message);
    }

    /// <summary>Numbers as a spreadsheet keeps them: zeros in front of ids and codes are gone, dates are days.</summary>
    [Fact]
    public void What_a_spreadsheet_took_is_given_back()
    {
        const string Row2 =
            "<row r=\"2\"><c r=\"A2\"><v>10023</v></c><c r=\"B2\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>export</t></is></c>"
            + "<c r=\"D2\" s=\"1\"><v>44320</v></c><c r=\"E2\"><v>12345679</v></c><c r=\"F2\"><v>8025100</v></c>"
            + "<c r=\"G2\" t=\"inlineStr\"><is><t>DE</t></is></c><c r=\"H2\"><v>0.10000000000000001</v></c>"
            + "<c r=\"I2\" t=\"inlineStr\"><is><t>USD</t></is></c><c r=\"J2\"><v>1.5E-2</v></c></row>";
        var file = Save(
            new RawWorkbook(Row(1, OneLine.Names) + Row2)
            {
                Styles = RawWorkbook.StylesWith("yyyy/mm/dd"),
            }
        );
        var profile = Profile with
        {
            Exporter = new(new("id"), true),
            HsCode = new(new("hs"), true),
        };
        Assert.Equal(
            new SaidLine(
                2,
                "10023",
                1,
                false,
                new(2021, 5, 4),
                "0012345679",
                "08025100",
                "DE",
                10,
                15
            ),
            Assert.Single(MappedFolder.Read(file, profile).Lines)
        );
    }

    private InputFile Save(RawWorkbook workbook) => Save(workbook.ToBytes());

    private InputFile Save(byte[] bytes) => folder.Save(bytes, "lines.xlsx");

    private static string Refusal(InputFile file, string sheet) =>
        Assert
            .Throws<UnusableInputException>(() =>
                MappedFolder.Read(file, Profile with { File = new(Sheet: sheet) })
            )
            .Message;

    private static string Row(int number, string[] cells) =>
        $"<row r=\"{number}\">"
        + string.Concat(
            cells.Select((c, i) => c.Length == 0 ? "" : Cell($"{(char)('A' + i)}{number}", c))
        )
        + "</row>";

    private static string Cell(string place, string text) =>
        $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
