using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>A sheet made from another one: what did not change is not scored again, and held by both.</summary>
public sealed partial class ScoreSheet
{
    /// <summary>The same exporters under a changed book: only criteria whose rule or measure changed are scored again.</summary>
    public ScoreSheet Rescore(Rulebook changed)
    {
        // Whom one is compared with changes with the gates: such books are rare, and scored anew.
        var compares = changed.Criteria.Concat(Book.Criteria).Any(c => Comparison.Of(c));
        if (
            changed.Criteria.Count != Book.Criteria.Count
            || changed.Rounding != Book.Rounding
            || compares
        )
        {
            return Score(changed, Facts);
        }
        var changes = Enumerable
            .Range(0, columns.Length)
            .Where(i => !SameScores(Book.Criteria[i], changed.Criteria[i]))
            .ToList();
        var scored = (ScoreColumn[])columns.Clone();
        foreach (var place in changes)
        {
            scored[place] = new ScoreColumn(Firms);
        }
        var kept = changes.Where(place => KeepsEvidence(changed, place)).ToHashSet();
        var counts = new CountryCounts(changed, Trade, changes);
        var anew = EvidenceAnew(changed, [.. changes.Where(place => !kept.Contains(place))]);
        var again = changes.ConvertAll(place =>
            Kernel.For(
                changed,
                place,
                given,
                counts,
                kept.Contains(place) ? kernels[place].Evidence : anew[place],
                scored[place]
            )
        );
        var totals = (int[])Totals.Clone();
        for (var from = 0; from < Firms; from += Kernel.Run)
        {
            var to = Math.Min(Firms, from + Kernel.Run);
            counts.Count(from, to);
            foreach (var kernel in again)
            {
                kernel.Score(from, to);
            }
            foreach (var place in changes)
            {
                Add(
                    totals.AsSpan(from, to - from),
                    scored[place].Points.AsSpan(from, to - from),
                    columns[place].Points.AsSpan(from, to - from)
                );
            }
        }
        var everyCount = new CountryCounts(changed, Trade, Enumerable.Range(0, columns.Length));
        bool[] both =
        [
            .. columns.Select((_, place) => !changes.Contains(place) || kept.Contains(place)),
        ];
        for (var place = 0; place < both.Length; place++)
        {
            shared[place] |= both[place];
        }
        return new ScoreSheet(
            changed,
            given,
            scored,
            totals,
            Rebind(changed, scored, changes, again, everyCount),
            everyCount,
            Pools,
            evidence,
            both
        );
    }

    /// <summary>Evidence counted under a changed book, decisions included.</summary>
    private EvidenceColumn?[] EvidenceAnew(Rulebook changed, List<int> places)
    {
        var counted = EvidenceColumn.Build(changed, given.Evidence, places, Trade);
        foreach (var (firm, place, rows) in evidence.Decisions)
        {
            counted[place]?.Set(firm, rows, changed.Criteria[place], changed.Rounding, Trade);
        }
        return counted;
    }

    private Kernel[] Rebind(
        Rulebook changed,
        ScoreColumn[] columns,
        List<int> changes,
        List<Kernel> again,
        CountryCounts counts
    )
    {
        var all = new Kernel[kernels.Length];
        for (var place = 0; place < all.Length; place++)
        {
            var change = changes.IndexOf(place);
            // Country kernels read the counts of their own pass; the others carry over as they are.
            all[place] =
                changed.Criteria[place].Measure is ExportCountries
                    ? Kernel.For(changed, place, given, counts, null, columns[place])
                : change < 0 ? kernels[place]
                : again[change];
        }
        return all;
    }

    /// <summary>Whether the evidence counts as before, so that only points change.</summary>
    private bool KeepsEvidence(Rulebook changed, int place) =>
        Book.Criteria[place].Measure is AcceptedEvidence before
        && changed.Criteria[place].Measure is AcceptedEvidence after
        && before.CountsLike(after)
        && Book.Criteria[place].Rule is not (GradedRule or JudgedRule)
        && changed.Criteria[place].Rule is not (GradedRule or JudgedRule);

    private static bool SameScores(Criterion a, Criterion b) =>
        string.Equals(a.Key, b.Key, StringComparison.Ordinal);
}
