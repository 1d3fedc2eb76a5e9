using System.Globalization;
using Karvan.Platform.Values;
using Xunit;

namespace Karvan.Modules.Tests.Values;

/// <summary>Days as people write them, read and written.</summary>
public sealed class SolarDateTests
{
    /// <summary>By the calendar of the University of Tehran: leap years end on the thirtieth of Esfand.</summary>
    [Theory]
    [InlineData("2021-03-20", "1399/12/30")]
    [InlineData("2021-03-21", "1400/01/01")]
    [InlineData("2024-03-19", "1402/12/29")]
    [InlineData("2024-03-20", "1403/01/01")]
    [InlineData("2025-03-20", "1403/12/30")]
    [InlineData("2023-09-22", "1402/06/31")]
    [InlineData("2023-09-23", "1402/07/01")]
    public void Days_around_the_ends_of_years_and_halves(string day, string solar)
    {
        var known = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(solar, SolarDate.Text(known));
        Assert.True(SolarDate.TryParse(solar, out var read));
        Assert.Equal(known, read);
    }
}
