using System.Text;
using Karvan.Rules.Explanations;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>Scores firms straight from their lines, without files.</summary>
internal static class Firms
{
    public const long RatioOne = EvidenceRow.One;

    public static ScoreSheet Score(
        Rulebook book,
        long ratio,
        params IReadOnlyList<TradeLine>[] firms
    )
    {
        var roster = Roster.Of(
            firms.Select((_, i) => new Exporter($"{i:00000000000}", "", "03", -1))
        );
        var trade = FactBuilder.Build(
            book,
            FactPlan.For(book),
            roster,
            id => firms[int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)]
        );
        var facts = new ExporterFacts(
            roster,
            trade,
            new EvidenceRows(firms.Length, []),
            [.. firms.Select(_ => new Compliance(true, false, true, ratio))]
        );
        return ScoreSheet.Score(book, facts);
    }

    public static decimal Points(ScoreSheet sheet, string criterion, int firm = 0) =>
        sheet.Columns[Place(sheet.Book, criterion)].Points[firm] / 100m;

    public static Explanation Explain(ScoreSheet sheet, int firm = 0)
    {
        var text = new Utf8Text();
        new ExplanationWriter(sheet, Standings.Of(sheet, 1, RankingPool.Province)).Write(
            firm,
            text
        );
        return Explanation.Parse(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Written).TrimEnd('\n'))
        );
    }

    public static TradeLine Export(
        int year,
        decimal usd,
        decimal kg,
        string country = "IQ",
        int hs6 = 842320
    ) => new(TradeFlow.Export, year, country, hs6, (long)(usd * 100), (long)(kg * 1000));

    public static TradeLine Import(int year, decimal usd) =>
        new(TradeFlow.Import, year, "IQ", 842320, (long)(usd * 100), 0);

    private static int Place(Rulebook book, string criterion) =>
        book.Criteria.Select((c, i) => (c.Id, i)).First(c => c.Id == criterion).i;
}
