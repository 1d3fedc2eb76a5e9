using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Karvan.Rules.Facts;
using Karvan.Rules.Scoring;
using Karvan.Trade;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

public sealed class WorkbookTests
{
    [Fact]
    public void A_workbook_scores_like_the_same_rows_as_csv()
    {
        using var csv = new Scratch();
        var (code, _, errors) = Docs.Program.Run(
            Repository.Root,
            "demo",
            "--exporters",
            "60",
            "--lines",
            "900",
            "--out",
            csv.Folder
        );
        Assert.True(code == 0, errors);
        using var workbooks = new Scratch();
        foreach (var path in Directory.EnumerateFiles(csv.Folder))
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith("declarations", StringComparison.Ordinal))
            {
                WriteWorkbook(workbooks[name.Split('.')[0] + ".xlsx"], File.ReadLines(path));
            }
            else
            {
                File.Copy(path, workbooks[name]);
            }
        }
        Assert.Equal(Scores(csv.Folder), Scores(workbooks.Folder));
    }

    private static string Scores(string folder)
    {
        var book = Repository.Book();
        using var input = TradeInput.Read(InputFolder.Find(folder), book, FactPlan.For(book));
        Assert.Empty(input.Log.InOrder());
        Assert.True(input.Tallies.Sum(t => t.Accepted) > 100);
        var sheet = ScoreSheet.Score(book, input.Facts);
        return OracleComparison.Scores(sheet, Standings.Of(sheet, 10, book.Ranking.Within));
    }

    private static void WriteWorkbook(string path, IEnumerable<string> lines)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var rows = lines.Select(line => new Row(line.Split(',').Select(Text)));
        sheet.Worksheet = new Worksheet(new SheetData(rows));
        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Name = "declarations",
                    SheetId = 1,
                    Id = workbook.GetIdOfPart(sheet),
                }
            )
        );
    }

    private static Cell Text(string value) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(value)),
        };
}
