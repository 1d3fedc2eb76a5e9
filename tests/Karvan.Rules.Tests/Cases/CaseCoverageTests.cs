using System.Numerics;
using Karvan.Rules.Cases;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Rules.Tests.Cases;

/// <summary>The shipped cases leave no edge, no criterion and no reading untried.</summary>
public sealed class CaseCoverageTests
{
    private const int CentsPerUsd = 100;

    /// <summary>"Just" below or above: a cent or a gram at the smallest threshold, one part in a hundred thousand.</summary>
    private const int Nearness = 100_000;

    public static TheoryData<string, string> EdgedCriteria =>
        new()
        {
            { "R3.2", "" },
            { "R3.2", "value-to-weight=linear" },
            { "R4.2", "" },
            { "R4.2", "value-bounds=upper" },
            { "R4.3", "" },
            { "R4.3", "value-bounds=upper" },
        };

    [Fact]
    public void The_list_of_edged_criteria_holds_every_criterion_of_bands()
    {
        var bands = ShippedBook.Book.Criteria.Where(c => c.Rule is BandsRule).Select(c => c.Id);

        Assert.Equal(
            bands.Order(StringComparer.Ordinal),
            EdgedCriteria
                .Select(e => e.Data.Item1)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(EdgedCriteria))]
    public void Every_band_edge_has_cases_just_below_on_and_just_above(string id, string reading)
    {
        var tried = new HashSet<(decimal Edge, int Side)>();
        var cases = ShippedBook.Cases.Where(c =>
            string.Equals(Reading(c), reading, StringComparison.Ordinal) && Expects(c, id)
        );
        foreach (var worked in cases)
        {
            var book = CaseRunner.Book(ShippedBook.Variants, worked);
            var rule = (BandsRule)book.Criterion(id).Rule;
            var trade = CaseRunner.Facts(book, worked).Trade;
            var (numerator, denominator) = Measured(book.Criterion(id).Measure, trade);
            foreach (var edge in rule.Bands.Select(b => b.From))
            {
                var away = numerator - (BigInteger)edge * denominator;
                if (BigInteger.Abs(away) * Nearness <= (BigInteger)edge * denominator)
                {
                    tried.Add((edge, away.Sign));
                }
            }
        }

        var bands = ((BandsRule)ShippedBook.Book.Criterion(id).Rule).Bands;
        var untried = bands
            .SelectMany(b => new[] { -1, 0, 1 }.Select(side => (b.From, side)))
            .Where(wanted => !tried.Contains(wanted));
        Assert.Empty(untried);
    }

    [Fact]
    public void Every_criterion_has_cases_with_points_without_and_with_its_maximum()
    {
        var expected = ShippedBook
            .Cases.SelectMany(c => c.Exporters)
            .SelectMany(e => e.Expected)
            .Where(e => e.Subject is CaseSubject.Points)
            .Select(e => (e.Criterion, e.Value))
            .ToHashSet();

        foreach (var criterion in ShippedBook.Book.Criteria)
        {
            Assert.Contains((criterion.Id, "0.00"), expected);
            Assert.Contains((criterion.Id, criterion.Max.ToString()), expected);
        }
    }

    [Fact]
    public void Every_criterion_of_evidence_has_a_case_for_each_state()
    {
        var states = ShippedBook
            .Cases.SelectMany(c => c.Exporters)
            .SelectMany(e => e.Expected)
            .Where(e => e.Subject is CaseSubject.State)
            .Select(e => e.Criterion + " " + e.Value)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = ShippedBook
            .Book.Criteria.Where(c => c.Measure is AcceptedEvidence)
            .SelectMany(c =>
                ((string[])["scored", "pending", "rejected", "not-claimed"]).Select(s =>
                    c.Id + " " + s
                )
            );

        Assert.Empty(wanted.Except(states, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alternative_reading_has_a_case()
    {
        var tried = ShippedBook
            .Cases.SelectMany(c => c.Choices)
            .Select(c => c.Key + "=" + c.Value)
            .ToHashSet(StringComparer.Ordinal);
        var alternatives = ShippedBook.Book.Readings.SelectMany(r =>
            r.Choices.Where(c => !c.IsDefault).Select(c => r.Id + "=" + c.Id)
        );

        Assert.Empty(alternatives.Except(tried, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alternative_that_moves_points_has_a_case_the_books_own_answer_would_fail()
    {
        var untold = new List<string>();
        var scoring = ShippedBook.Book.Readings.Where(r =>
            r.Affects.Count > 0 && r.ActsOn.Contains(ReadingEffect.Scoring)
        );
        foreach (var reading in scoring)
        {
            foreach (var choice in reading.Choices.Where(c => !c.IsDefault))
            {
                var cases = ShippedBook
                    .Cases.Where(c =>
                        c.Choices.TryGetValue(reading.Id, out var chosen)
                        && string.Equals(chosen, choice.Id, StringComparison.Ordinal)
                    )
                    .Select(c => c with { Choices = Without(c.Choices, reading.Id) });
                if (CaseRunner.Run(ShippedBook.Variants, cases).All(r => r.Passed))
                {
                    untold.Add(reading.Id + "=" + choice.Id);
                }
            }
        }

        Assert.Empty(untold);
    }

    private static Dictionary<string, string> Without(
        IReadOnlyDictionary<string, string> choices,
        string reading
    ) =>
        choices
            .Where(c => !string.Equals(c.Key, reading, StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);

    private static string Reading(WorkedCase worked) =>
        string.Join(' ', worked.Choices.Select(c => c.Key + "=" + c.Value));

    private static bool Expects(WorkedCase worked, string criterion) =>
        worked.Exporters.Count == 1
        && worked
            .Exporters[0]
            .Expected.Any(e =>
                e.Subject is CaseSubject.Points
                && string.Equals(e.Criterion, criterion, StringComparison.Ordinal)
            );

    /// <summary>The measure of the only exporter as a quotient, worked out apart from the engine.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) Measured(
        Measure measure,
        TradeFacts trade
    )
    {
        switch (measure)
        {
            case ExportValue m:
                return (Sum(m.Years, trade.ExportCents), CentsPerUsd);
            case WeightedExports m:
                var weighted = BigInteger.Zero;
                for (var year = 0; year < m.Weights.ByYear.Count; year++)
                {
                    weighted += (BigInteger)trade.ExportCents[year][0] * m.Weights.ByYear[year];
                }
                return (weighted, CentsPerUsd * YearWeights.Whole);
            case ValuePerWeight m:
                // cents ÷ 100 by grams ÷ 1000
                return (Sum(m.Years, trade.ExportCents) * 10, Sum(m.Years, trade.ExportGrams));
            default:
                throw new InvalidOperationException($"No test knows bands over {measure.Name}.");
        }
    }

    private static BigInteger Sum(YearSet years, long[][] columns) =>
        years.Indexes.Aggregate(BigInteger.Zero, (sum, year) => sum + columns[year][0]);
}
