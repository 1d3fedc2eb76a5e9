using System.Text;
using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Tests.Loading;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Scoring;

/// <summary>The small book of the broken files, passages changed at will, and firms scored under it without files.</summary>
internal static class SmallBook
{
    public const int Last = 1401;

    private static readonly string Path = Repository.PathOf(
        "tests/Karvan.Rules.Tests/BadFiles/good.yaml"
    );

    private static readonly string Text = File.ReadAllText(Path);

    public static Rulebook With(params (string Passage, string Instead)[] changes)
    {
        var text = Text;
        foreach (var (passage, instead) in changes)
        {
            Assert.Contains(passage, text, StringComparison.Ordinal);
            text = text.Replace(passage, instead, StringComparison.Ordinal);
        }
        var load = Repository.Load(text, Path);
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }

    /// <param name="lines">The lines of each firm; the place of a firm is its id.</param>
    public static ExporterFacts FactsOf(
        Rulebook book,
        IReadOnlyList<TradeLine>[] lines,
        params EvidenceRow[] evidence
    )
    {
        var roster = Roster.Of(lines.Select((_, i) => new Exporter(Id(i), "", "03", -1)));
        return new ExporterFacts(
            roster,
            FactBuilder.Build(book, FactPlan.For(book), roster, id => lines[roster.RowOf(id)]),
            new EvidenceRows(lines.Length, evidence),
            new Compliance[lines.Length]
        );
    }

    /// <summary>So many firms that export nothing.</summary>
    public static ExporterFacts FactsOf(Rulebook book, int firms, params EvidenceRow[] evidence) =>
        FactsOf(book, [.. Enumerable.Repeat<IReadOnlyList<TradeLine>>([], firms)], evidence);

    public static string Id(int firm) => $"{firm:00000000000}";

    public static int Place(Rulebook book, string criterion) =>
        book.Criteria.Select(c => c.Id).ToList().IndexOf(criterion);

    public static decimal Points(ScoreSheet sheet, string criterion, int firm = 0) =>
        sheet.Columns[Place(sheet.Book, criterion)].Points[firm] / 100m;

    public static ScoreState State(ScoreSheet sheet, string criterion, int firm = 0) =>
        sheet.Columns[Place(sheet.Book, criterion)].States[firm];

    public static EvidenceRow Row(
        Rulebook book,
        int firm,
        string criterion,
        string item,
        string country = "DE",
        EvidenceStatus status = EvidenceStatus.Accepted,
        int quantity = 0,
        short level = -1
    ) =>
        new(
            firm,
            (short)Place(book, criterion),
            item,
            item,
            country,
            quantity * EvidenceRow.One,
            level,
            status
        );

    public static ExplainedCriterion Explain(ScoreSheet sheet, string criterion, int firm = 0)
    {
        var text = new Utf8Text();
        new ExplanationWriter(sheet, Standings.Of(sheet, 1, RankingPool.Province)).Write(
            firm,
            text
        );
        var line = Encoding.UTF8.GetString(text.Written).TrimEnd('\n');
        return Explanation
            .Parse(Encoding.UTF8.GetBytes(line))
            .Criteria.Single(c => string.Equals(c.Id, criterion, StringComparison.Ordinal));
    }
}
