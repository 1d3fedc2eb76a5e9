using Xunit;

namespace Karvan.Texts.Tests;

/// <summary>Placeholders, digits and runs of another direction.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Values_take_their_places_in_any_order()
    {
        var text = Template.Parse("{what}: {0} of {1}");
        Assert.Equal(
            "rank: 2 of 9",
            text.Fill(Language.English, [("0", 2), ("1", 9), ("what", "rank")], Shown).Plain
        );
    }

    [Fact]
    public void Persian_isolates_Latin_runs_and_has_its_own_digits()
    {
        var text = Template.Parse("کد HS 870899، سال 1402");
        var filled = text.Fill(Language.Persian, [], Shown);
        Assert.Equal("کد \u2068HS 870899\u2069، سال ۱۴۰۲", filled.Plain);
        Assert.Equal("کد HS 870899، سال ۱۴۰۲", filled.Bare);
    }

    [Fact]
    public void English_stands_as_it_is() =>
        Assert.Equal(
            "HS 870899, year 1402",
            Template.Parse("HS 870899, year 1402").Fill(Language.English, [], Shown).Plain
        );

    [Fact]
    public void Values_and_placeholders_must_meet()
    {
        var text = Template.Parse("{clause} accepted");
        Assert.Throws<ArgumentException>(() => text.Fill(Language.English, [], Shown));
        Assert.Throws<ArgumentException>(() =>
            text.Fill(Language.English, [("claus", "R4.2")], Shown)
        );
        Assert.Throws<ArgumentException>(() =>
            text.Fill(Language.English, [("clause", "R4.2"), ("more", 1)], Shown)
        );
    }

    [Fact]
    public void A_name_cannot_turn_its_surroundings() =>
        Assert.Equal("\u2068x\u2069", Phrase.Isolated("\u202Ex\u2069").Plain);

    private static Phrase Shown(object? value) => Phrase.Straight($"{value}");
}
