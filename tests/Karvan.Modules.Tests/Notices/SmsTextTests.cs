using Karvan.Platform.Outbox;
using Xunit;

namespace Karvan.Modules.Tests.Notices;

/// <summary>How many parts a short message has, counted by hand from GSM 03.38 and the length of its parts.</summary>
public sealed class SmsTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    // One Persian letter makes the whole message wide.
    [InlineData("س", 1)]
    public void Few_signs_are_one_part(string text, int parts) =>
        Assert.Equal(parts, SmsText.Parts(text));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('س', 70, 1)]
    [InlineData('س', 71, 2)]
    [InlineData('س', 134, 2)]
    [InlineData('س', 135, 3)]
    // The half-space counts as any sign, and is in no alphabet of GSM.
    [InlineData('\u200c', 70, 1)]
    [InlineData('\u200c', 71, 2)]
    // Two places each.
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void A_part_holds_what_the_standard_says(char sign, int count, int parts) =>
        Assert.Equal(parts, SmsText.Parts(new string(sign, count)));

    [Fact]
    public void The_address_stands_below_the_title_while_both_fit()
    {
        Assert.Equal("تأیید شد\nhttps://k.ir/a", SmsText.Of("تأیید شد", "https://k.ir/a"));
        Assert.Equal("تأیید شد", SmsText.Of("تأیید شد", null));
        var fits = new string('a', SmsText.MostParts * 67 - "تأیید شد\n".Length);
        Assert.EndsWith(fits, SmsText.Of("تأیید شد", fits), StringComparison.Ordinal);
        Assert.Equal("تأیید شد", SmsText.Of("تأیید شد", fits + "a"));
    }
}
