using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Karvan.Trade.Tests.Xlsx;

/// <summary>Workbooks written by the SDK: prefixes on all elements, parts under names of its own.</summary>
public sealed class SdkWorkbookTests : IDisposable
{
    private readonly WorkbookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lines_of_declarations()
    {
        var bytes = Write(book =>
        {
            AddStrings(
                book,
                "declaration_no",
                "date",
                "exporter_id",
                "value_usd",
                "شرح",
                "۱۰۱۰۰۰۰۲۳۴۵",
                "فرش، دستباف"
            );
            AddStyles(book);
            return
            [
                Row(
                    1,
                    Shared("A1", 0),
                    Shared("B1", 1),
                    Shared("C1", 2),
                    Shared("D1", 3),
                    Shared("E1", 4)
                ),
                Row(
                    2,
                    Number("A2", "10000001"),
                    Number("B2", "45371", style: 1),
                    Shared("C2", 5),
                    Number("D2", "1234.5599999999999"),
                    Shared("E2", 6)
                ),
                Row(
                    4,
                    Number("A4", "10000002"),
                    Number("B4", "45372.5", style: 2),
                    Text("C4", "00123456789"),
                    Number("D4", "1.2E+7")
                ),
            ];
        });

        Assert.Equal(
            "declaration_no,date,exporter_id,value_usd,شرح\n"
                + "10000001,2024-03-20,۱۰۱۰۰۰۰۲۳۴۵,1234.56,فرش، دستباف\n"
                + "\n"
                + "10000002,2024-03-21,00123456789,12000000,\n",
            WorkbookFolder.Read(folder.Save(bytes))
        );
    }

    [Fact]
    public void A_chart_sheet_in_front_is_no_worksheet()
    {
        var bytes = Write(book =>
        {
            var chart = book.AddNewPart<ChartsheetPart>();
            chart.Chartsheet = new Chartsheet(new ChartSheetViews());
            book.Workbook.Sheets!.Append(
                new Sheet
                {
                    Name = "Chart",
                    SheetId = 9,
                    Id = book.GetIdOfPart(chart),
                }
            );
            return [Row(1, Number("A1", "5"))];
        });

        Assert.Equal("5\n", WorkbookFolder.Read(folder.Save(bytes)));
    }

    private static byte[] Write(Func<WorkbookPart, Row[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var content = rows(book);
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(content));
            book.Workbook.Sheets!.Append(
                new Sheet
                {
                    Name = "Lines",
                    SheetId = 1,
                    Id = book.GetIdOfPart(sheet),
                }
            );
        }
        return bytes.ToArray();
    }

    private static void AddStrings(WorkbookPart book, params string[] texts)
    {
        var part = book.AddNewPart<SharedStringTablePart>();
        part.SharedStringTable = new SharedStringTable(
            texts.Select(text => new SharedStringItem(new Text(text)))
        );
    }

    /// <summary>Styles 0 = general, 1 = a date known by its number, 2 = a date and time by a code.</summary>
    private static void AddStyles(WorkbookPart book)
    {
        var part = book.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet = new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 170, FormatCode = "yyyy/mm/dd\\ hh:mm" }
            ),
            new CellFormats(
                new CellFormat { NumberFormatId = 0 },
                new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 170 }
            )
        );
    }

    private static Row Row(uint number, params Cell[] cells) => new(cells) { RowIndex = number };

    private static Cell Number(string at, string value, uint style = 0) =>
        new()
        {
            CellReference = at,
            CellValue = new CellValue(value),
            StyleIndex = style,
        };

    private static Cell Shared(string at, int index) =>
        new()
        {
            CellReference = at,
            CellValue = new CellValue(index),
            DataType = CellValues.SharedString,
        };

    private static Cell Text(string at, string text) =>
        new()
        {
            CellReference = at,
            InlineString = new InlineString(new Text(text)),
            DataType = CellValues.InlineString,
        };
}
