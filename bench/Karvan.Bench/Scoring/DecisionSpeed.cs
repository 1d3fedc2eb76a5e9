using System.Runtime.InteropServices;
using Karvan.Bench.Harness;
using Karvan.Rules.Facts;
using Karvan.Rules.Scoring;

namespace Karvan.Bench.Scoring;

/// <summary>One firm after one decision on its evidence, here and there among all firms.</summary>
internal static class DecisionSpeed
{
    public const string Decision = "decision";

    private const ulong Seed = 7;
    private const int Decisions = 20_000;

    public static Measurement Run(int firms)
    {
        var book = Places.Book();
        var facts = SyntheticFacts.Draw(book, FactPlan.For(book), firms);
        var sheet = ScoreSheet.Score(book, facts);
        var places = SyntheticFacts.EvidencePlaces(book);
        var dice = new Dice(Seed);
        var cases = new (int Firm, int Place, EvidenceRow[] Rows)[Decisions];
        for (var i = 0; i < cases.Length; i++)
        {
            var (firm, place) = (dice.Below(firms), places[dice.Below(places.Count)]);
            cases[i] = (firm, place, SyntheticFacts.DrawRows(book, firm, place, ref dice));
        }

        // The first half of the cases warms up, the second is timed.
        const int Half = Decisions / 2;
        var seconds = Stopwatches.Time(
            Half,
            Half,
            i =>
            {
                var (firm, place, rows) = cases[Half + i];
                sheet.Decide(firm, place, rows);
            }
        );

        var decided = facts with { Evidence = Replace(facts.Evidence, cases) };
        SameSheet.Check("decisions", sheet, ScoreSheet.Score(book, decided));
        return Measurement.Of([(Decision, seconds)], "");
    }

    /// <summary>All rows, those of decided cases replaced by the last decision's.</summary>
    private static EvidenceRows Replace(
        EvidenceRows before,
        (int Firm, int Place, EvidenceRow[] Rows)[] cases
    )
    {
        var decided = new Dictionary<(int, int), EvidenceRow[]>();
        foreach (var (firm, place, rows) in cases)
        {
            decided[(firm, place)] = rows;
        }
        var after = decided.Values.SelectMany(rows => rows).ToList();
        for (var firm = 0; firm < before.Firms; firm++)
        {
            foreach (var row in before.Of(firm))
            {
                if (!decided.ContainsKey((firm, row.Criterion)))
                {
                    after.Add(row);
                }
            }
        }
        return new EvidenceRows(before.Firms, CollectionsMarshal.AsSpan(after));
    }
}
