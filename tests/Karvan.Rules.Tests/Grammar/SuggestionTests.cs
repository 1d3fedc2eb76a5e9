using Karvan.Rules.Grammar;
using Xunit;

namespace Karvan.Rules.Tests.Grammar;

public sealed class SuggestionTests
{
    private static readonly string[] Known = ["boundary", "bands", "below", "R4.2", "R4.3", "fa"];

    [Theory]
    [InlineData("boundry", "boundary")]
    [InlineData("bounadry", "boundary")]
    [InlineData("Boundary", "boundary")]
    [InlineData("band", "bands")]
    [InlineData("blow", "below")]
    [InlineData("R42", "R4.2")]
    [InlineData("R4.4", "R4.2")]
    public void MisspeltWord_FindsItsNeighbour(string word, string expected) =>
        Assert.Equal(expected, Suggestion.Nearest(word, Known));

    [Theory]
    [InlineData("")]
    [InlineData("colour")]
    [InlineData("fb")]
    [InlineData("R5")]
    public void WordUnlikeAll_FindsNone(string word) =>
        Assert.Null(Suggestion.Nearest(word, Known));

    [Fact]
    public void HugeWord_IsNotMeasured() =>
        Assert.Null(Suggestion.Nearest(new string('x', 10_000_000), Known));

    [Fact]
    public void NothingKnown_FindsNone() => Assert.Null(Suggestion.Nearest("band", []));
}
