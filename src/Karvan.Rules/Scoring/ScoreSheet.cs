using System.Numerics;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Scoring;

/// <summary>
/// The points of every exporter on every criterion, with states and trails, and the totals. Exact: integers
/// throughout. A sheet keeps what it was made from, so that a changed rule or decision costs only its own part.
/// A decision belongs to the sheet it was made on, and to sheets made from that one afterwards. A sheet is changed
/// by one thread at a time.
/// </summary>
public sealed partial class ScoreSheet
{
    private readonly Kernel[] kernels;
    private readonly CountryCounts countries;
    private readonly ScoreColumn[] columns;
    private readonly ExporterFacts given;
    private DecidedEvidence evidence;
    private ExporterFacts? facts;

    /// <summary>Criteria whose columns another sheet may hold as well: nobody writes to them any more.</summary>
    private readonly bool[] shared;

    private ScoreSheet(
        Rulebook book,
        ExporterFacts facts,
        ScoreColumn[] columns,
        int[] totals,
        Kernel[] kernels,
        CountryCounts countries,
        RosterPools pools,
        DecidedEvidence evidence,
        bool[] shared
    )
    {
        (Book, given, this.columns, Totals) = (book, facts, columns, totals);
        (this.kernels, this.countries, Pools) = (kernels, countries, pools);
        (this.evidence, this.shared) = (evidence, shared);
    }

    public Rulebook Book { get; }

    /// <summary>
    /// What the points rest on, decisions included: after a decision all evidence is put together anew when this is
    /// asked for. <see cref="EvidenceOf"/> costs nothing.
    /// </summary>
    public ExporterFacts Facts => facts ??= given with { Evidence = evidence.Together };

    /// <summary>One column a criterion, in the order of the book. A decision may put another column in the place of one.</summary>
    public IReadOnlyList<ScoreColumn> Columns => columns;

    /// <summary>Hundredths of a point by firm: the sum of the rounded points of its criteria, before gates.</summary>
    public int[] Totals { get; }

    /// <summary>The total a firm is ranked by: the sum of its points, or 0 where a gate multiplies by 0.</summary>
    public int TotalOf(int firm) => GateCheck.Annuls(Book, Compliance[firm]) ? 0 : Totals[firm];

    public int Firms => Totals.Length;

    internal RosterPools Pools { get; }

    internal Roster Roster => given.Roster;

    internal TradeFacts Trade => given.Trade;

    internal Compliance[] Compliance => given.Compliance;

    /// <summary>One firm's rows for one criterion, as last decided.</summary>
    public ReadOnlySpan<EvidenceRow> EvidenceOf(int firm, int criterion) =>
        evidence.Of(firm, criterion);

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
        var places = Enumerable.Range(0, book.Criteria.Count);
        var scored = book.Criteria.Select(_ => new ScoreColumn(firms)).ToArray();
        var counts = new CountryCounts(book, facts.Trade, places);
        var claimed = EvidenceColumn.Build(book, facts.Evidence, places, facts.Trade);
        var scoring = scored
            .Select(
                (column, place) => Kernel.For(book, place, facts, counts, claimed[place], column)
            )
            .ToArray();
        return new ScoreSheet(
            book,
            facts,
            scored,
            new int[firms],
            scoring,
            counts,
            new RosterPools(facts.Roster),
            new DecidedEvidence(facts.Evidence),
            new bool[scored.Length]
        );
    }

    /// <summary>Scores all firms, a run of them at a time; where they are compared, all are measured before.</summary>
    public void Run()
    {
        Measure();
        for (var from = 0; from < Firms; from += Kernel.Run)
        {
            Score(from, Math.Min(Firms, from + Kernel.Run));
        }
    }

    /// <summary>
    /// Takes in one firm's rows of evidence for one criterion and scores the firm again, on this sheet alone. The first
    /// decision on a column that another sheet holds as well copies it.
    /// </summary>
    /// <param name="rows">All rows of the firm for the criterion, in any order.</param>
    public void Decide(int firm, int criterion, ReadOnlySpan<EvidenceRow> rows)
    {
        var kernel = kernels[criterion];
        if (kernel.Evidence is null)
        {
            throw new InvalidOperationException(
                $"{Book.Criteria[criterion].Id} takes no evidence."
            );
        }
        var decided = evidence.With(firm, criterion, rows);
        if (shared[criterion])
        {
            kernel = Own(criterion, kernel);
        }
        kernel.Evidence!.Set(
            firm,
            decided.Of(firm, criterion),
            Book.Criteria[criterion],
            Book.Rounding,
            Trade
        );
        (evidence, facts) = (decided, null);
        if (kernel is Comparison compared)
        {
            ScoreAgain(compared, criterion, firm);
            return;
        }
        Totals[firm] -= columns[criterion].Points[firm];
        kernel.Score(firm, firm + 1);
        Totals[firm] += columns[criterion].Points[firm];
    }

    /// <summary>What one firm was granted may change what others get: all are scored again on this criterion.</summary>
    private void ScoreAgain(Comparison compared, int criterion, int firm)
    {
        var points = columns[criterion].Points;
        Add(Totals, [], points);
        compared.Measure(firm, firm + 1);
        compared.Compare();
        for (var from = 0; from < Firms; from += Kernel.Run)
        {
            compared.Score(from, Math.Min(Firms, from + Kernel.Run));
        }
        Add(Totals, points, []);
    }

    private Kernel Own(int criterion, Kernel before)
    {
        columns[criterion] = columns[criterion].Copy();
        var own = Kernel.For(
            Book,
            criterion,
            given,
            countries,
            before.Evidence!.Copy(),
            columns[criterion]
        );
        kernels[criterion] = own;
        shared[criterion] = false;
        return own;
    }

    private void Measure()
    {
        var compared = kernels.OfType<Comparison>().ToList();
        for (var from = 0; compared.Count > 0 && from < Firms; from += Kernel.Run)
        {
            var to = Math.Min(Firms, from + Kernel.Run);
            countries.Count(from, to);
            compared.ForEach(c => c.Measure(from, to));
        }
        compared.ForEach(c => c.Compare());
    }

    /// <summary>How exporters stand on a criterion that compares them; null where it does not.</summary>
    internal Comparison? ComparisonOn(int criterion) => kernels[criterion] as Comparison;

    private void Score(int from, int to)
    {
        countries.Count(from, to);
        var totals = Totals.AsSpan(from, to - from);
        totals.Clear();
        for (var i = 0; i < kernels.Length; i++)
        {
            kernels[i].Score(from, to);
            Add(totals, columns[i].Points.AsSpan(from, to - from), []);
        }
    }

    private static void Add(Span<int> totals, ReadOnlySpan<int> plus, ReadOnlySpan<int> minus)
    {
        var i = 0;
        for (; i <= totals.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            var sum = new Vector<int>(totals[i..]);
            sum = plus.IsEmpty ? sum : sum + new Vector<int>(plus[i..]);
            (minus.IsEmpty ? sum : sum - new Vector<int>(minus[i..])).CopyTo(totals[i..]);
        }
        for (; i < totals.Length; i++)
        {
            totals[i] += (plus.IsEmpty ? 0 : plus[i]) - (minus.IsEmpty ? 0 : minus[i]);
        }
    }
}
