using System.Text;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

public sealed class RulebookHashTests
{
    private static readonly string GoodPath = Repository.PathOf(
        "tests/Karvan.Rules.Tests/BadFiles/good.yaml"
    );

    private static readonly string Good = File.ReadAllText(GoodPath);

    public static TheoryData<string, string> SameContent =>
        new()
        {
            {
                "rounding: half-even\n",
                "# how points are rounded\nrounding: half-even   # by the text\n\n"
            },
            { "rounding: half-even\n", "rounding: 'half-even'\n" },
            { "total: 100\nrounding: half-even\n", "rounding: half-even\ntotal: 100\n" },
            { "{last: 60, last-1: 30, last-2: 10}", "{last-2: 10, last: 60, last-1: 30}" },
            {
                "  mean: {last: 60, last-1: 30, last-2: 10}\n",
                "      mean:\n         last: 60\n         last-1: 30\n         last-2: 10\n"
            },
            { "      - [100_000, 500_000, 5]\n", "      - [100000, 500000, 5.00]\n" },
            { "[0.50, 0]", "[0.5, 0.0]" },
            { "each: 2.5}", "each: 2.50}" },
            { "values: [AF, IQ, TR]", "values: [\"AF\", 'IQ', TR]" },
            { "    decided: null\n", "    decided: ~\n" },
        };

    public static TheoryData<string, string> OtherContent =>
        new()
        {
            { "[100_000, 500_000, 5]", "[100_001, 500_000, 5]" },
            { "[100_000, 500_000, 5]", "[100_000, 500_000, 6]" },
            { "    boundary: lower\n", "    boundary: upper\n" },
            { "[AF, IQ, TR]", "[AF, IQ, OM]" },
            { "[AF, IQ, TR]", "[IQ, AF, TR]" },
            { "version: 1\n", "version: 2\n" },
            { "note: Minutes 3", "note: Minutes 4" },
            { "to: upper}", "to: lower}" },
        };

    [Theory]
    [MemberData(nameof(SameContent))]
    public void SameContent_HasTheSameHash(string text, string rewritten) =>
        Assert.Equal(Load(Good).Hash, Load(Replace(text, rewritten)).Hash);

    [Theory]
    [MemberData(nameof(OtherContent))]
    public void OtherContent_HasAnotherHash(string text, string changed) =>
        Assert.NotEqual(Load(Good).Hash, Load(Replace(text, changed)).Hash, StringComparer.Ordinal);

    [Fact]
    public void EveryAnswer_HasItsOwnHash()
    {
        var book = Load(Good);

        Assert.NotEqual(book.Hash, Load(Good, ("ends", "upper")).Hash, StringComparer.Ordinal);
        Assert.NotEqual(book.Hash, Load(Good, ("neighbours", "one")).Hash, StringComparer.Ordinal);
        Assert.NotEqual(
            Load(Good, ("ends", "upper")).Hash,
            Load(Good, ("ends", "upper"), ("neighbours", "one")).Hash,
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void OrderOfTheChoices_DoesNotMatter() =>
        Assert.Equal(
            Load(Good, ("neighbours", "one"), ("ends", "upper")).Hash,
            Load(Good, ("ends", "upper"), ("neighbours", "one")).Hash
        );

    [Theory]
    [InlineData("ends", "lower")]
    [InlineData("ends", "upper")]
    [InlineData("neighbours", "one")]
    public void CanonicalText_LoadsAgainToTheSameHash(string reading, string choice)
    {
        var book = Load(Good, (reading, choice));

        AssertLoadsAgain(book, GoodPath);
    }

    [Theory]
    [MemberData(nameof(ShippedBookTests.Alternatives), MemberType = typeof(ShippedBookTests))]
    public void CanonicalTextOfTheShippedBook_LoadsAgainToTheSameHash(string reading, string choice)
    {
        var load = Repository.LoadShipped(Repository.ShippedText, (reading, choice));

        AssertLoadsAgain(load.Rulebook!, Repository.ShippedPath);
    }

    [Fact]
    public void SeveralAnswers_LoadAgainToTheSameHash() =>
        AssertLoadsAgain(Load(Good, ("ends", "upper"), ("neighbours", "one")), GoodPath);

    [Fact]
    public void AnswerAlreadyPutIn_MayBeAskedForAgain()
    {
        var book = Load(Good, ("ends", "upper"));

        var again = Repository.Load(Written(book, indented: false), GoodPath, ("ends", "upper"));

        Assert.Equal(book.Hash, again.Rulebook!.Hash);
    }

    private static void AssertLoadsAgain(Rulebook book, string path)
    {
        foreach (var indented in new[] { false, true })
        {
            var again = Repository.Load(Written(book, indented), path);

            Assert.Empty(again.Problems);
            Assert.Equal(book.Hash, again.Rulebook!.Hash);
            Assert.Equal(
                book.Readings.Select(r => (r.Id, r.Choice, r.Swapped)),
                again.Rulebook.Readings.Select(r => (r.Id, r.Choice, r.Swapped))
            );
            Assert.Equal(
                book.Criteria.Select(c => c.Rule.GetType()),
                again.Rulebook.Criteria.Select(c => c.Rule.GetType())
            );
        }
    }

    private static string Written(Rulebook book, bool indented) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(book.Content, indented));

    private static Rulebook Load(string text, params (string Id, string Choice)[] choices)
    {
        var load = Repository.Load(text, GoodPath, choices);
        Assert.Empty(load.Problems);
        return load.Rulebook!;
    }

    private static string Replace(string text, string other)
    {
        Assert.Contains(text, Good, StringComparison.Ordinal);
        return Good.Replace(text, other, StringComparison.Ordinal);
    }
}
