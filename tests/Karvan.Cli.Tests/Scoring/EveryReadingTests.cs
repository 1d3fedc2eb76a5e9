using Karvan.Oracle;
using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;
using Karvan.Trade;
using Karvan.Trade.Sources;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>Every other answer of every reading can be explained, to the last exporter and in both languages.</summary>
public sealed class EveryReadingTests
{
    public static TheoryData<string, string> Answers =>
        [
            .. Repository
                .Book()
                .Readings.SelectMany(r =>
                    r.Choices.Where(c => !c.IsDefault).Select(c => (r.Id, c.Id))
                ),
        ];

    [Theory]
    [MemberData(nameof(Answers))]
    public void Explanations_can_be_written_read_and_printed(string reading, string choice)
    {
        using var scratch = new Scratch();
        RandomInput.Write(scratch.Folder, 5, new RandomInputOptions());
        var book = Repository.Book((reading, choice));
        using var input = TradeInput.Read(
            InputFolder.Find(scratch.Folder),
            book,
            FactPlan.For(book),
            cancellation: TestContext.Current.CancellationToken
        );
        var sheet = ScoreSheet.Score(book, input.Facts);
        var writer = new ExplanationWriter(sheet, Standings.Of(sheet, 10, book.Ranking.Within));
        for (var firm = 0; firm < sheet.Firms; firm++)
        {
            var line = new Utf8Text();
            writer.Write(firm, line);
            var explanation = Explanation.Parse(line.Memory);
            Assert.Equal(book.Criteria.Count, explanation.Criteria.Count);
            // A gate that multiplies by 0 leaves the points of the criteria as they are.
            Assert.Equal(sheet.TotalOf(firm) / 100m, explanation.Total);
            Assert.Equal(sheet.Totals[firm] / 100m, explanation.Criteria.Sum(c => c.Points));
            CheckBands(book, explanation);
            foreach (var words in new[] { Wording.Persian, Wording.English })
            {
                using var card = new StringWriter();
                new ScoreCard(book, words).Write(explanation, card);
                Assert.All(
                    book.Criteria,
                    c => Assert.Contains(c.Id, card.ToString(), StringComparison.Ordinal)
                );
            }
        }
    }

    /// <summary>The band that is named must hold the value that is named.</summary>
    private static void CheckBands(Rulebook book, Explanation explanation)
    {
        foreach (
            var row in explanation.Criteria.Where(c => c is { Band: not null, Value: not null })
        )
        {
            var lower = ((BandsRule)book.Criterion(row.Id).Rule).Boundary is Boundary.Lower;
            var (from, to, value) = (
                row.Band!.From ?? decimal.MinValue,
                row.Band.To ?? decimal.MaxValue,
                row.Value!.Value
            );
            Assert.True(
                lower ? from <= value && value < to : from <= value && value <= to,
                $"{row.Id}: {value} in {from} to {to}"
            );
        }
    }

    [Fact]
    public void A_name_cannot_forge_lines_of_the_card()
    {
        var shown = Wording.Foreign("firm\ntotal 1000\e[31m\u202Eback");
        Assert.Equal("\u2068firm total 1000 [31m back\u2069", shown);
    }
}
