using Karvan.Bench.Harness;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;

namespace Karvan.Bench.Scoring;

/// <summary>One parameter changed, everybody scored and ranked again.</summary>
internal static class RescoreSpeed
{
    public const string Fresh = "everything scored and ranked anew";

    private const int Winners = 10;
    private const int WarmUps = 30;
    private const int Repetitions = 200;

    public static IReadOnlyList<(string Name, Func<Rulebook> Book)> Changes { get; } =
    [
        (
            "a threshold of R4.2, 1.5 to 1.6 million USD",
            () =>
                Places.Book(
                    "- [900_000, 1_500_000, 25]\n      - [1_500_000, 5_000_000, 50]",
                    "- [900_000, 1_600_000, 25]\n      - [1_600_000, 5_000_000, 50]"
                )
        ),
        (
            "R6.10, 7 points each to 5",
            () =>
                Places.Book(
                    "max: 35\n    kind: count\n    measure: {evidence: {distinct: item-and-country}}\n    each: 7",
                    "max: 35\n    kind: count\n    measure: {evidence: {distinct: item-and-country}}\n    each: 5"
                )
        ),
        ("the reading value-bounds=upper", () => Places.Book(("value-bounds", "upper"))),
    ];

    public static Measurement Run(int firms)
    {
        var book = Places.Book();
        var changed = Changes.Select(c => c.Book()).ToList();
        var facts = SyntheticFacts.Draw(book, FactPlan.For([book, .. changed]), firms);
        var sheet = ScoreSheet.Score(book, facts);
        var timed = new List<(string, double[])>
        {
            (Fresh, Time(() => Rank(ScoreSheet.Score(book, facts)))),
        };
        for (var i = 0; i < Changes.Count; i++)
        {
            var other = changed[i];
            timed.Add((Changes[i].Name, Time(() => Rank(sheet.Rescore(other)))));
            SameSheet.Check(Changes[i].Name, sheet.Rescore(other), ScoreSheet.Score(other, facts));
        }
        return Measurement.Of(timed, "");
    }

    private static double[] Time(Action work) =>
        Stopwatches.Time(WarmUps, Repetitions, _ => work());

    private static Standings Rank(ScoreSheet sheet) =>
        Standings.Of(sheet, Winners, sheet.Book.Ranking.Within);
}
