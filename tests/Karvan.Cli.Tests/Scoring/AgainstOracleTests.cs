using Karvan.Oracle;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Declarations;
using Xunit;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>The engine against an independent reference written from the clauses alone, on inputs made to be nasty.</summary>
public sealed class AgainstOracleTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scores_equal_the_oracles(int seed)
    {
        using var scratch = new Scratch();
        RandomInput.Write(
            scratch.Folder,
            seed,
            new RandomInputOptions { Disguises = seed % 3 != 0 }
        );
        var options = new ReadingOptions(
            Threads: seed % 4 + 1,
            MemoryBytes: seed % 2 == 0 ? 0 : 1 << 20,
            BlockBytes: 200 + seed * 97,
            CarefulOnly: seed % 5 == 0
        );
        OracleComparison.Compare(
            scratch.Folder,
            10,
            seed % 2 == 0 ? "province" : "province+group",
            options
        );
    }

    public static TheoryData<string, string> Alternatives =>
        [.. Readings.Choices.SelectMany(r => r.Value.Skip(1).Select(choice => (r.Key, choice)))];

    /// <summary>A reading that acts on scoring is one that the oracle knows, with the same answers.</summary>
    [Fact]
    public void The_oracle_knows_every_answer_that_acts_on_scoring()
    {
        var book = Repository.Book1402.Readings.Where(r =>
            r.ActsOn.Contains(ReadingEffect.Scoring) && r.Choices.Count > 1
        );

        Assert.Equal(
            book.Select(Answers).Order(StringComparer.Ordinal),
            Readings
                .Choices.Select(r => $"{r.Key}: {string.Join(' ', r.Value)}")
                .Order(StringComparer.Ordinal)
        );

        static string Answers(Interpretation reading) =>
            $"{reading.Id}: {string.Join(' ', reading.Choices.Select(c => c.Id))}";
    }

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void Every_other_reading_equals_the_oracles(string reading, string choice)
    {
        for (var seed = 100; seed < 104; seed++)
        {
            using var scratch = new Scratch();
            RandomInput.Write(scratch.Folder, seed, new RandomInputOptions());
            OracleComparison.Compare(
                scratch.Folder,
                10,
                "province",
                new ReadingOptions(),
                (reading, choice)
            );
        }
    }
}
