using System.Numerics;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// The points of every exporter on every criterion, with states and trails, and the totals. Exact: integers
/// throughout. A sheet keeps what it was made from, so that a changed rule or decision costs only its own part.
/// </summary>
public sealed class ScoreSheet
{
    private readonly Kernel[] kernels;
    private readonly CountryCounts countries;

    private ScoreSheet(
        Rulebook book,
        ExporterFacts facts,
        ScoreColumn[] columns,
        int[] totals,
        Kernel[] kernels,
        CountryCounts countries,
        RosterPools pools
    ) =>
        (Book, Facts, Columns, Totals, this.kernels, this.countries, Pools) = (
            book,
            facts,
            columns,
            totals,
            kernels,
            countries,
            pools
        );

    public Rulebook Book { get; }

    public ExporterFacts Facts { get; }

    /// <summary>One column a criterion, in the order of the book.</summary>
    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>Hundredths of a point by firm: the sum of the rounded points of its criteria.</summary>
    public int[] Totals { get; }

    public int Firms => Totals.Length;

    internal RosterPools Pools { get; }

    /// <summary>Scores every exporter of the facts.</summary>
    public static ScoreSheet Score(Rulebook book, ExporterFacts facts)
    {
        var sheet = Prepare(book, facts);
        sheet.Run();
        return sheet;
    }

    /// <summary>Columns and look-up tables made ready, nothing scored yet; <see cref="Run"/> may be called again and again.</summary>
    public static ScoreSheet Prepare(Rulebook book, ExporterFacts facts)
    {
        var firms = facts.Roster.Count;
        var columns = book.Criteria.Select(_ => new ScoreColumn(firms)).ToArray();
        var counts = new CountryCounts(book, facts.Trade, Enumerable.Range(0, columns.Length));
        var evidence = EvidenceColumn.Build(
            book,
            facts.Evidence,
            Enumerable.Range(0, columns.Length)
        );
        var scoring = columns
            .Select(
                (column, place) => Kernel.For(book, place, facts, counts, evidence[place], column)
            )
            .ToArray();
        return new ScoreSheet(
            book,
            facts,
            columns,
            new int[firms],
            scoring,
            counts,
            new RosterPools(facts.Roster)
        );
    }

    /// <summary>Scores all firms, a run of them at a time.</summary>
    public void Run()
    {
        for (var from = 0; from < Firms; from += Kernel.Run)
        {
            Score(from, Math.Min(Firms, from + Kernel.Run));
        }
    }

    /// <summary>The same exporters under a changed book: only criteria whose rule or measure changed are scored again.</summary>
    public ScoreSheet Rescore(Rulebook changed)
    {
        if (changed.Criteria.Count != Book.Criteria.Count || changed.Rounding != Book.Rounding)
        {
            return Score(changed, Facts);
        }
        var columns = Columns.ToArray();
        var changes = Enumerable
            .Range(0, columns.Length)
            .Where(i => !SameScores(Book.Criteria[i], changed.Criteria[i]))
            .ToList();
        foreach (var place in changes)
        {
            columns[place] = new ScoreColumn(Firms);
        }
        var counts = new CountryCounts(changed, Facts.Trade, changes);
        var evidence = EvidenceColumn.Build(
            changed,
            Facts.Evidence,
            changes.Where(place => !KeepsEvidence(changed, place))
        );
        var again = changes.ConvertAll(place =>
            Kernel.For(
                changed,
                place,
                Facts,
                counts,
                evidence[place] ?? (kernels[place] as EvidenceKernel)?.Evidence,
                columns[place]
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
                    columns[place].Points.AsSpan(from, to - from),
                    Columns[place].Points.AsSpan(from, to - from)
                );
            }
        }
        var everyCount = new CountryCounts(
            changed,
            Facts.Trade,
            Enumerable.Range(0, columns.Length)
        );
        return new ScoreSheet(
            changed,
            Facts,
            columns,
            totals,
            Rebind(changed, columns, changes, again, everyCount),
            everyCount,
            Pools
        );
    }

    /// <summary>Takes in one firm's rows of evidence for one criterion and scores the firm again, in place.</summary>
    public void Decide(int firm, int criterion, ReadOnlySpan<EvidenceRow> rows)
    {
        if (kernels[criterion] is not EvidenceKernel kernel)
        {
            throw new InvalidOperationException(
                $"{Book.Criteria[criterion].Id} takes no evidence."
            );
        }
        kernel.Evidence.Set(firm, rows, Book.Criteria[criterion], Book.Rounding);
        Totals[firm] -= Columns[criterion].Points[firm];
        kernel.Score(firm, firm + 1);
        Totals[firm] += Columns[criterion].Points[firm];
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
                    ? Kernel.For(changed, place, Facts, counts, null, columns[place])
                : change < 0 ? kernels[place]
                : again[change];
        }
        return all;
    }

    private void Score(int from, int to)
    {
        countries.Count(from, to);
        var totals = Totals.AsSpan(from, to - from);
        totals.Clear();
        for (var i = 0; i < kernels.Length; i++)
        {
            kernels[i].Score(from, to);
            Add(totals, Columns[i].Points.AsSpan(from, to - from), []);
        }
    }

    private static void Add(Span<int> totals, ReadOnlySpan<int> plus, ReadOnlySpan<int> minus)
    {
        var i = 0;
        for (; i <= totals.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            var sum = new Vector<int>(totals[i..]) + new Vector<int>(plus[i..]);
            (minus.IsEmpty ? sum : sum - new Vector<int>(minus[i..])).CopyTo(totals[i..]);
        }
        for (; i < totals.Length; i++)
        {
            totals[i] += plus[i] - (minus.IsEmpty ? 0 : minus[i]);
        }
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
