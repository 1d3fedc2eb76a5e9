using Karvan.Oracle;
using Karvan.Rules.Facts;
using Karvan.Rules.Scoring;
using Karvan.Trade;
using Karvan.Trade.Sources;
using Xunit;
using TradeLine = Karvan.Rules.Facts.TradeLine;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>What holds of every score, whatever the input.</summary>
public sealed class LawsTests
{
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(34)]
    [InlineData(35)]
    public void Points_stay_within_their_maximum_and_add_up(int seed)
    {
        using var scratch = new Scratch();
        RandomInput.Write(scratch["in"], seed, new RandomInputOptions { Exporters = 80 });
        var book = Repository.Book1402;
        using var read = TradeInput.Read(
            InputFolder.Find(scratch["in"]),
            book,
            FactPlan.For(book),
            cancellation: TestContext.Current.CancellationToken
        );
        var sheet = ScoreSheet.Score(book, read.Facts);
        Assert.True(sheet.Firms >= 80, $"{sheet.Firms} firms");
        Assert.Contains(sheet.Totals, t => t > 0);
        for (var firm = 0; firm < sheet.Firms; firm++)
        {
            var points = sheet.Columns.Select(c => c.Points[firm] / 100m).ToList();
            Assert.Equal(points.Sum(), sheet.Totals[firm] / 100m);
            Assert.InRange(points.Sum(), 0, 1000);
            Assert.All(
                points.Zip(book.Criteria),
                p => Assert.InRange(p.First, 0, p.Second.Max.Value)
            );
            foreach (var group in book.Groups)
            {
                var inGroup = points.Zip(book.Criteria).Where(p => p.Second.Group == group.Id);
                Assert.InRange(inGroup.Sum(p => p.First), 0, group.Max.Value);
            }
        }
    }

    [Theory]
    [InlineData("value-bounds", "lower")]
    [InlineData("value-bounds", "upper")]
    public void One_more_export_of_the_last_year_never_lowers_its_points(
        string reading,
        string choice
    )
    {
        const int Seed = 42;
        var random = new Random(Seed);
        var book = Repository.Book((reading, choice));
        string[] never = ["R1.1", "R1.2", "R2.1", "R4.1", "R4.2", "R4.3"];
        for (var i = 0; i < 200; i++)
        {
            var lines = RandomFirm.Lines(random);
            var more = RandomFirm.Line(random, 1401, TradeFlow.Export);
            var sheet = Firms.Score(book, Firms.RatioOne, lines, [.. lines, more]);
            Assert.All(
                never,
                id =>
                    Assert.True(
                        Firms.Points(sheet, id, 0) <= Firms.Points(sheet, id, 1),
                        $"seed {Seed}, firm {i}: {id} falls from {Firms.Points(sheet, id, 0)} to {Firms.Points(sheet, id, 1)} with {more}"
                    )
            );
        }
    }

    [Fact]
    public void The_order_of_lines_changes_nothing()
    {
        const int Seed = 43;
        var random = new Random(Seed);
        for (var i = 0; i < 100; i++)
        {
            var lines = RandomFirm.Lines(random).ToArray();
            var shuffled = lines.ToArray();
            random.Shuffle(shuffled);
            var sheet = Firms.Score(Repository.Book1402, Firms.RatioOne, lines, shuffled);
            Assert.True(
                sheet.Columns.All(c => c.Points[0] == c.Points[1] && c.States[0] == c.States[1]),
                $"seed {Seed}, firm {i}"
            );
        }
    }
}

/// <summary>Firms whose amounts are often near the edges of bands.</summary>
internal static class RandomFirm
{
    private static readonly string[] Countries = ["IQ", "AF", "DE", "CN", "RU", "TR"];
    private static readonly int[] Codes = [842320, 80251, 284410, 720851, 999999];

    public static IReadOnlyList<TradeLine> Lines(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(0, 8))
                .Select(_ =>
                    Line(
                        random,
                        random.Next(1397, 1402),
                        random.Next(5) == 0 ? TradeFlow.Import : TradeFlow.Export
                    )
                ),
        ];

    public static TradeLine Line(Random random, int year, TradeFlow flow)
    {
        var bands = random.Next(2) == 0 ? Tables.LastYearValue : Tables.WeightedMean;
        var edge = (long)(bands[random.Next(bands.Count)].From * 100);
        var cents = random.Next(3) switch
        {
            0 => edge + random.Next(-1, 2),
            1 => random.NextInt64(0, edge * 2),
            _ => random.NextInt64(0, 1_000_000_000),
        };
        return new TradeLine(
            flow,
            year,
            Countries[random.Next(Countries.Length)],
            Codes[random.Next(Codes.Length)],
            cents,
            random.NextInt64(0, 10_000_000_000)
        );
    }
}
