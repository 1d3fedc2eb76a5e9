using Karvan.Trade.Fields;
using Xunit;

namespace Karvan.Trade.Tests.Fields;

public sealed class CheckDigitTests
{
    /// <summary>Ids of real firms and people's published samples, and wrong ones next to them.</summary>
    [Theory]
    [InlineData("10380284790", true)]
    [InlineData("10101780644", true)]
    [InlineData("10860953980", true)]
    [InlineData("14005893875", true)]
    [InlineData("10320881604", true)]
    [InlineData("14003552272", true)]
    [InlineData("10380284792", false)]
    [InlineData("10380285692", false)]
    [InlineData("09748208301", false)]
    [InlineData("11111111111", false)]
    [InlineData("10740086430", false)]
    [InlineData("0183382390", true)]
    [InlineData("0499370899", true)]
    [InlineData("0790419904", true)]
    [InlineData("1111111111", false)]
    public void Known_ids(string id, bool holds) => Assert.Equal(holds, CheckDigit.Holds(id));

    [Theory]
    [InlineData("")]
    [InlineData("038028479")]
    [InlineData("103802847900")]
    [InlineData("1038028479x")]
    [InlineData("1038028479\0")]
    [InlineData("۱۰۳۸۰۲۸۴۷۹۰")]
    public void What_is_no_id_does_not_hold(string id) => Assert.False(CheckDigit.Holds(id));

    [Theory]
    [InlineData(CheckDigit.LegalIdLength)]
    [InlineData(CheckDigit.NationalCodeLength)]
    public void Exactly_one_last_digit_is_right(int length)
    {
        const int Seed = 20_240_320;
        var random = new Random(Seed);
        for (var i = 0; i < 3000; i++)
        {
            var body = string.Concat(
                Enumerable.Range(0, length - 1).Select(_ => (char)('0' + random.Next(10)))
            );
            var right = Enumerable.Range(0, 10).Count(d => CheckDigit.Holds(body + d));
            Assert.True(right == 1, $"seed {Seed}: {body}? has {right} right last digits");
        }
    }

    /// <summary>
    /// Ten equal digits and their completion. Of legal ids 0…0 the sum is 2 × 230 = 460, 460 mod 11 = 9: the right
    /// last digit is 9, so that 00000000000 falls anyway. Of national codes d…d: Σ = 54d, 54 mod 11 = 10 ≡ −1, so
    /// r = −d mod 11 = 11 − d, and the right digit is d for every d: the rule against equal digits is what refuses it.
    /// </summary>
    [Fact]
    public void Equal_digits_are_nobodys()
    {
        for (var d = '0'; d <= '9'; d++)
        {
            Assert.False(CheckDigit.Holds(new string(d, 10)));
            Assert.False(CheckDigit.Holds(new string(d, 11)));
            Assert.DoesNotContain(
                Enumerable.Range(0, 10),
                last => CheckDigit.Holds(new string(d, 9) + last)
            );
        }
        Assert.True(CheckDigit.Holds("00000000009"));
    }
}
