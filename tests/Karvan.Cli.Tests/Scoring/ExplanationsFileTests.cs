using Karvan.Cli.Output;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Scoring;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

public sealed class ExplanationsFileTests
{
    /// <summary>Batches wait for the place of the one before: a failed one must not be waited for.</summary>
    [Fact(Timeout = 60_000)]
    public async Task A_failure_ends_all_threads()
    {
        using var scratch = new Scratch();
        var standings = Standings.Of(Sheet(2000), 1, RankingPool.Province);
        // One firm of a province that does not exist: its batch fails, and all others could be written.
        var sheet = Sheet(2000, "99");
        await Task.Run(
            () =>
                Assert.Throws<IndexOutOfRangeException>(() =>
                    ExplanationsFile.Write(
                        scratch["e.jsonl"],
                        sheet,
                        standings,
                        null,
                        CancellationToken.None
                    )
                ),
            TestContext.Current.CancellationToken
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cancellation_is_one()
    {
        using var scratch = new Scratch();
        var sheet = Sheet(500);
        var standings = Standings.Of(sheet, 1, RankingPool.Province);
        await Task.Run(
            () =>
                Assert.ThrowsAny<OperationCanceledException>(() =>
                    ExplanationsFile.Write(
                        scratch["e.jsonl"],
                        sheet,
                        standings,
                        null,
                        new CancellationToken(true)
                    )
                ),
            TestContext.Current.CancellationToken
        );
    }

    /// <param name="province">Of the sixth firm.</param>
    private static ScoreSheet Sheet(int firms, string province = "03")
    {
        var book = Repository.Book1402;
        var plan = FactPlan.For(book);
        var roster = Roster.Of(
            Enumerable
                .Range(0, firms)
                .Select(i => new Exporter($"{i:00000000000}", "", i == 5 ? province : "03", -1))
        );
        return ScoreSheet.Score(
            book,
            new ExporterFacts(
                roster,
                FactBuilder.Build(book, plan, roster, _ => []),
                new EvidenceRows(firms, []),
                new Compliance[firms]
            )
        );
    }
}
