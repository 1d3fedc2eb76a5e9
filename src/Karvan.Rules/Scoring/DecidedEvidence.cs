using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Karvan.Rules.Facts;

namespace Karvan.Rules.Scoring;

/// <summary>
/// Evidence as it was given, with the rows of decided firms and criteria in place of it. Immutable, so that a sheet
/// made from another one may begin with the same decisions and go its own way.
/// </summary>
internal sealed class DecidedEvidence
{
    private readonly EvidenceRows given;
    private readonly ImmutableDictionary<(int Firm, int Criterion), EvidenceRow[]> decided;
    private EvidenceRows? together;

    public DecidedEvidence(EvidenceRows given)
        : this(given, ImmutableDictionary<(int, int), EvidenceRow[]>.Empty) => together = given;

    private DecidedEvidence(
        EvidenceRows given,
        ImmutableDictionary<(int Firm, int Criterion), EvidenceRow[]> decided
    ) => (this.given, this.decided) = (given, decided);

    /// <summary>Everything together, in one pass over all rows, once.</summary>
    public EvidenceRows Together => together ??= Merge();

    public IEnumerable<(int Firm, int Criterion, EvidenceRow[] Rows)> Decisions =>
        decided.Select(d => (d.Key.Firm, d.Key.Criterion, d.Value));

    public ReadOnlySpan<EvidenceRow> Of(int firm, int criterion) =>
        !decided.IsEmpty && decided.TryGetValue((firm, criterion), out var rows)
            ? rows
            : given.Of(firm, criterion);

    /// <param name="rows">All rows of the firm for the criterion, in any order.</param>
    public DecidedEvidence With(int firm, int criterion, ReadOnlySpan<EvidenceRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            if (row.Firm != firm || row.Criterion != criterion)
            {
                throw new ArgumentException(
                    $"A row of firm {row.Firm} and criterion {row.Criterion} is no decision on firm {firm} and criterion {criterion}.",
                    nameof(rows)
                );
            }
        }
        var ordered = rows.ToArray();
        ordered.AsSpan().Sort((a, b) => EvidenceRow.Compare(a, b));
        return new DecidedEvidence(given, decided.SetItem((firm, criterion), ordered));
    }

    private EvidenceRows Merge()
    {
        var rows = decided.Values.SelectMany(r => r).ToList();
        for (var firm = 0; firm < given.Firms; firm++)
        {
            foreach (var row in given.Of(firm))
            {
                if (!decided.ContainsKey((firm, row.Criterion)))
                {
                    rows.Add(row);
                }
            }
        }
        return new EvidenceRows(given.Firms, CollectionsMarshal.AsSpan(rows));
    }
}
