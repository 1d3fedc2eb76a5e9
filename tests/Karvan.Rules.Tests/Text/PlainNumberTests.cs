using System.Globalization;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Text;

public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("100_000", "100000")]
    [InlineData("1_200_000_000", "1200000000")]
    [InlineData("1_2", "12")]
    [InlineData("12.50", "12.5")]
    [InlineData("12.00", "12")]
    [InlineData("0.01", "0.01")]
    [InlineData("1_000.25", "1000.25")]
    [InlineData("007", "7")]
    [InlineData("999999999999999999999999999", "999999999999999999999999999")]
    [InlineData("0.00000000000000000000000001", "0.00000000000000000000000001")]
    public void Number_IsReadExactlyAndWrittenShortest(string text, string shortest)
    {
        Assert.True(PlainNumber.TryParse(text, out var value));
        Assert.Equal(shortest, PlainNumber.Shortest(value));
        Assert.Equal(decimal.Parse(shortest, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1,000")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData("1_.5")]
    [InlineData("1._5")]
    [InlineData("1.5_0")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("۱۲")]
    [InlineData("١٢")]
    [InlineData("½")]
    [InlineData("1000000000000000000000000000")]
    public void AnythingElse_IsNoNumber(string text) =>
        Assert.False(PlainNumber.TryParse(text, out _));
}
