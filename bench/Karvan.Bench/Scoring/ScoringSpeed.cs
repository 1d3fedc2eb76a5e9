using System.Globalization;
using Karvan.Bench.Harness;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Bench.Scoring;

/// <summary>All firms on all criteria with states, trails and totals, on one core.</summary>
internal static class ScoringSpeed
{
    public const string Prepare = "prepare";
    public const string Score = "score";

    /// <summary>Firms scored in all while timing, so that few firms are timed more often.</summary>
    private const int FirmsInAll = 30_000_000;
    private const int Fewest = 15;
    private const int Most = 301;
    private const int Prepares = 5;

    public static Measurement Run(int firms)
    {
        var book = Places.Book();
        var facts = SyntheticFacts.Draw(book, FactPlan.For(book), firms);
        var sheet = ScoreSheet.Prepare(book, facts);
        var repetitions = Math.Clamp(FirmsInAll / firms, Fewest, Most);
        return Measurement.Of(
            [
                (Prepare, Stopwatches.Time(2, Prepares, _ => ScoreSheet.Prepare(book, facts))),
                (Score, Stopwatches.Time(repetitions / 4, repetitions, _ => sheet.Run())),
                .. Kinds(book, facts, repetitions),
            ],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{facts.Trade.Country.Length / (double)firms:0.00} country rows and {EvidenceRowsOf(facts) / (double)firms:0.00} rows of evidence a firm, {sheet.Totals.Sum(t => (long)t)} hundredths of a point in all"
            )
        );
    }

    /// <summary>Each criterion alone, in the runs of firms it is scored in.</summary>
    private static IEnumerable<(string, double[])> Kinds(
        Rulebook book,
        ExporterFacts facts,
        int repetitions
    )
    {
        var firms = facts.Roster.Count;
        var places = Enumerable.Range(0, book.Criteria.Count).ToList();
        var counts = new CountryCounts(book, facts.Trade, places);
        var evidence = EvidenceColumn.Build(book, facts.Evidence, places, facts.Trade);
        var column = new ScoreColumn(firms);
        yield return (
            "countries of all criteria counted",
            Stopwatches.Time(repetitions / 4, repetitions, _ => InRuns(firms, counts.Count))
        );
        foreach (var place in places)
        {
            var kernel = Kernel.For(book, place, facts, counts, evidence[place], column);
            var criterion = book.Criteria[place];
            yield return (
                $"{KindOf(criterion.Rule)} of {criterion.Measure.Name} ({criterion.Id})",
                Stopwatches.Time(repetitions / 4, repetitions, _ => InRuns(firms, kernel.Score))
            );
        }
    }

    private static void InRuns(int firms, Action<int, int> score)
    {
        for (var from = 0; from < firms; from += Kernel.Run)
        {
            score(from, Math.Min(firms, from + Kernel.Run));
        }
    }

    private static string KindOf(ScoringRule rule) =>
        rule.GetType().Name.Replace("Rule", "", StringComparison.Ordinal).ToLowerInvariant();

    private static long EvidenceRowsOf(ExporterFacts facts) =>
        Enumerable.Range(0, facts.Evidence.Firms).Sum(f => (long)facts.Evidence.Of(f).Length);
}
