using System.Numerics;
using Karvan.Oracle;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Xunit;
using TradeLine = Karvan.Rules.Facts.TradeLine;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>Amounts beyond what 64-bit products hold: the same points as with numbers of any length.</summary>
public sealed class WideSumsTests
{
    /// <summary>842320 is medium (70 %), 080251 primary (10 %), 284410 high (100 %) in the default edition.</summary>
    private static readonly (int Hs6, int PerCent)[] Codes =
    [
        (842320, 70),
        (80251, 10),
        (284410, 100),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sums_up_to_64_bits_score_as_with_BigInteger(int seed)
    {
        var random = new Random(seed);
        var firms = Enumerable.Range(0, 150).Select(_ => Firm(random)).ToArray();
        var sheet = Firms.Score(Repository.Book1402, Firms.RatioOne, firms);
        var linear = Firms.Score(
            Repository.Book(("value-to-weight", "linear")),
            Firms.RatioOne,
            firms
        );
        for (var i = 0; i < firms.Length; i++)
        {
            var last = firms[i]
                .Where(l => l.SolarYear == 1401 && l.Flow is TradeFlow.Export)
                .ToList();
            var (value, weight) = (Cents(last), Grams(last));
            var mean = Mean(firms[i], TradeFlow.Export);
            var net = mean - Mean(firms[i], TradeFlow.Import);
            var weighted = Codes.Aggregate(
                BigInteger.Zero,
                (sum, c) => sum + c.PerCent * Cents(last.Where(l => l.Hs6 == c.Hs6))
            );
            var what = $"seed {seed}, firm {i}: {value} cents, {weight} g, mean {mean} tenths";
            Equal(
                value == 0 ? 0 : Exact.Points(20 * weighted, 100 * value),
                sheet,
                "R3.1",
                i,
                what
            );
            Equal(PerWeight(value, weight, step: true), sheet, "R3.2", i, what);
            Equal(PerWeight(value, weight, step: false), linear, "R3.2", i, what);
            Equal(net > 0 ? 20 : 0, sheet, "R4.1", i, what);
            Equal(Band(Tables.LastYearValue, value, 100), sheet, "R4.2", i, what);
            Equal(Band(Tables.WeightedMean, mean, 1000), sheet, "R4.3", i, what);
        }
    }

    private static void Equal(
        decimal expected,
        Rules.Scoring.ScoreSheet sheet,
        string id,
        int firm,
        string what
    ) =>
        Assert.True(
            expected == Firms.Points(sheet, id, firm),
            $"{id} is {Firms.Points(sheet, id, firm)}, expected {expected}; {what}"
        );

    private static decimal Band(
        IReadOnlyList<(decimal From, int Points)> bands,
        BigInteger sum,
        int scale
    ) =>
        bands
            .Where(b => sum >= new BigInteger(b.From) * scale)
            .Select(b => b.Points)
            .LastOrDefault();

    /// <summary>USD/kg ≥ T is 10 × cents ≥ T × grams. No firm of this test has value without weight.</summary>
    private static decimal PerWeight(BigInteger value, BigInteger weight, bool step)
    {
        var steps = Tables.ValueToWeight;
        var reached = weight == 0 ? 0 : steps.Count(s => 10 * value >= s.Threshold * weight);
        if (reached == 0 || step || reached == steps.Count)
        {
            return reached == 0 ? 0 : steps[reached - 1].Points;
        }
        var ((from, low), (to, high)) = (steps[reached - 1], steps[reached]);
        return Exact.Points(
            low * (to - from) * weight + (high - low) * (10 * value - from * weight),
            (to - from) * weight
        );
    }

    /// <summary>6, 3 and 1 tenths, in tenths of cents.</summary>
    private static BigInteger Mean(IEnumerable<TradeLine> lines, TradeFlow flow)
    {
        var all = lines.Where(l => l.Flow == flow).ToList();
        return 6 * Cents(all.Where(l => l.SolarYear == 1401))
            + 3 * Cents(all.Where(l => l.SolarYear == 1400))
            + Cents(all.Where(l => l.SolarYear == 1399));
    }

    private static BigInteger Cents(IEnumerable<TradeLine> lines) =>
        lines.Aggregate(BigInteger.Zero, (sum, l) => sum + l.ValueCents);

    private static BigInteger Grams(IEnumerable<TradeLine> lines) =>
        lines.Aggregate(BigInteger.Zero, (sum, l) => sum + l.WeightGrams);

    /// <summary>Up to a quarter of 2⁶³ a line, so that three of a year still fit; often just at a threshold of USD/kg.</summary>
    private static IReadOnlyList<TradeLine> Firm(Random random)
    {
        var lines = new List<TradeLine>();
        foreach (var year in new[] { 1399, 1400, 1401 })
        {
            for (var n = random.Next(0, 4); n > 0; n--)
            {
                var grams = 1 + (random.NextInt64() >> random.Next(2, 40));
                var threshold = Tables
                    .ValueToWeight[random.Next(Tables.ValueToWeight.Count)]
                    .Threshold;
                var cents = BigInteger.Min(
                    long.MaxValue / 4,
                    (BigInteger)grams * threshold / 10 + random.Next(-1, 2)
                );
                lines.Add(
                    new TradeLine(
                        random.Next(4) == 0 ? TradeFlow.Import : TradeFlow.Export,
                        year,
                        "IQ",
                        Codes[random.Next(Codes.Length)].Hs6,
                        (long)BigInteger.Max(0, cents),
                        grams
                    )
                );
            }
        }
        return lines;
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_no_number_at_all() =>
        Assert.Throws<SumTooLargeException>(() =>
            Firms.Score(
                Repository.Book1402,
                0,
                [
                    new TradeLine(TradeFlow.Export, 1401, "IQ", 842320, long.MaxValue, 1),
                    new TradeLine(TradeFlow.Export, 1401, "IQ", 842320, 1, 1),
                ]
            )
        );
}
