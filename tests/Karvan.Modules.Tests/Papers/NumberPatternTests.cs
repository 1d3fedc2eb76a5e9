using Karvan.Platform.Papers;
using Xunit;

namespace Karvan.Modules.Tests.Papers;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData("[year]/ص/[number]", "1402/ص/123")]
    [InlineData("[yy]-[number]", "02-123")]
    [InlineData("[number]", "123")]
    [InlineData("[number]/[year]/[yy]", "123/1402/02")]
    public void A_number_is_written_as_the_body_does(string pattern, string number)
    {
        Assert.True(NumberPattern.IsRight(pattern));
        Assert.Equal(number, NumberPattern.Fill(pattern, 1402, 123));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("[year]/ص")]
    [InlineData("[number]/[number]")]
    [InlineData("[number]/[month]")]
    [InlineData("[number]/[")]
    [InlineData("[number]/12345678901234567890123456789012345")]
    public void A_pattern_without_its_place_is_wrong(string? pattern) =>
        Assert.False(NumberPattern.IsRight(pattern));
}
