using Karvan.Rules.Loading;
using Karvan.Rules.Rulebooks;
using Xunit;

namespace Karvan.Rules.Tests.Loading;

public sealed class ShippedBookTests
{
    public static TheoryData<string, string> Alternatives
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var reading in Book().Readings)
            {
                foreach (var choice in reading.Choices.Where(c => !c.IsDefault))
                {
                    data.Add(reading.Id, choice.Id);
                }
            }
            return data;
        }
    }

    [Fact]
    public void ShippedBook_Loads()
    {
        var book = Book();

        Assert.Equal("exemplary-exporter", book.Id);
        Assert.Equal(1402, book.Year);
        Assert.Equal(1000m, book.Total.Value);
        Assert.Equal([1397, 1398, 1399, 1400, 1401], book.Years.All);
        Assert.Equal(26, book.Criteria.Count);
        Assert.Equal(["R7.1", "R7.2"], book.Gates.Select(gate => gate.Id), StringComparer.Ordinal);
        Assert.Equal(26, book.Lists["priority-countries"].Countries.Count);
        Assert.All(book.Readings, reading => Assert.False(reading.Swapped));
    }

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void EveryAnswer_LoadsWhenChosen(string reading, string choice)
    {
        var load = Repository.LoadShipped(Repository.ShippedText, (reading, choice));

        Assert.Empty(load.Problems);
        var bound = load.Rulebook!.Readings.Single(r => IsSame(r.Id, reading));
        Assert.True(bound.Swapped);
        Assert.Equal(choice, bound.Choice);
    }

    [Fact]
    public void SwappedAnswer_ChangesOnlyWhatTheReadingAffects()
    {
        var book = Book();
        var other = Repository
            .LoadShipped(Repository.ShippedText, ("value-bounds", "upper"))
            .Rulebook!;

        var changed = book
            .Criteria.Zip(other.Criteria)
            .Where(pair => !IsSame(pair.First.Key, pair.Second.Key))
            .Select(pair => pair.First.Id);

        Assert.Equal(["R4.2", "R4.3"], changed, StringComparer.Ordinal);
        Assert.Equal(Boundary.Upper, ((BandsRule)other.Criterion("R4.2").Rule).Boundary);
        Assert.Equal(Boundary.Lower, ((BandsRule)other.Criterion("R3.2").Rule).Boundary);
    }

    [Fact]
    public void TwoAnswers_AreBothPutIn()
    {
        var load = Repository.LoadShipped(
            Repository.ShippedText,
            ("technology-edition", "lall-2000"),
            ("technology-share", "largest-band")
        );

        var criterion = load.Rulebook!.Criterion("R3.1");
        Assert.True(((SharesRule)criterion.Rule).TakeLargest);
        Assert.Equal(1, ((TechnologyShares)criterion.Measure).Edition);
    }

    [Fact]
    public void ChoosingTheBooksOwnAnswer_ChangesNothing()
    {
        var load = Repository.LoadShipped(Repository.ShippedText, ("value-bounds", "lower"));

        Assert.Equal(Book().Hash, load.Rulebook!.Hash);
        Assert.False(load.Rulebook.Readings.Single(r => IsSame(r.Id, "value-bounds")).Swapped);
    }

    [Theory]
    [InlineData("value-bouds", "upper", "unknown-reading", "value-bounds")]
    [InlineData("value-bounds", "uppr", "unknown-choice", "upper")]
    [InlineData("tie", "value-then-mean", "unknown-reading", "ties")]
    public void MisspeltChoice_IsRefusedWithASuggestion(
        string reading,
        string choice,
        string code,
        string suggestion
    )
    {
        var load = Repository.LoadShipped(Repository.ShippedText, (reading, choice));

        Assert.Null(load.Rulebook);
        var problem = Assert.Single(load.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(suggestion, problem.Suggestion);
    }

    [Fact]
    public void EveryMisspeltChoice_IsReported()
    {
        var load = Repository.LoadShipped(
            Repository.ShippedText,
            ("value-bouds", "upper"),
            ("ties", "nobody")
        );

        Assert.Equal(2, load.Problems.Count);
    }

    [Fact]
    public void OneOpenedFile_ServesEveryAnswer()
    {
        var reads = 0;
        var folder = Path.GetDirectoryName(Repository.ShippedPath)!;

        var load = RulebookLoader.Load(
            Repository.ShippedText,
            "1402.yaml",
            name =>
            {
                reads++;
                return File.ReadAllBytes(Path.Combine(folder, name));
            }
        );

        Assert.NotNull(load.Rulebook);
        Assert.Equal(1, reads);
    }

    private static Rulebook Book() => Repository.LoadShipped(Repository.ShippedText).Rulebook!;

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
