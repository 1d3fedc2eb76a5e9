using Karvan.Platform.Values;
using Xunit;

namespace Karvan.Modules.Tests.Values;

/// <summary>Days of Tehran as instants: also those that began an hour late.</summary>
public sealed class TehranTimeTests
{
    [Theory]
    // An ordinary one: three hours and a half before Greenwich's.
    [InlineData("2026-11-30", "2026-11-29T20:30:00")]
    // Summer time began at midnight: the day began at one o'clock of summer time.
    [InlineData("2022-03-22", "2022-03-21T20:30:00")]
    [InlineData("2021-03-22", "2021-03-21T20:30:00")]
    [InlineData("2020-03-21", "2020-03-20T20:30:00")]
    public void A_day_begins_at_the_first_time_that_there_is(string day, string utc)
    {
        var start = TehranTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));
        Assert.Equal(
            DateTime.ParseExact(
                utc,
                "s",
                null,
                System.Globalization.DateTimeStyles.AssumeUniversal
                    | System.Globalization.DateTimeStyles.AdjustToUniversal
            ),
            start
        );
    }

    /// <summary>Whatever the clocks did: a day's start lies on that day, a moment earlier on the one before, and days do not overlap.</summary>
    [Fact]
    public void Every_day_of_a_century_begins_where_the_one_before_ends()
    {
        var left = 0;
        var before = DateTime.MinValue;
        for (
            var day = new DateOnly(1950, 1, 1);
            day < new DateOnly(2050, 1, 1);
            day = day.AddDays(1)
        )
        {
            var start = TehranTime.StartOf(day);
            Assert.Equal(day, TehranTime.DayOf(start));
            Assert.Equal(day.AddDays(-1), TehranTime.DayOf(start.AddTicks(-1)));
            Assert.InRange((start - before).TotalHours, 22, double.MaxValue);
            left += TehranTime.Of(start).TimeOfDay > TimeSpan.Zero ? 1 : 0;
            before = start;
        }
        Assert.True(left >= 30, $"{left} days had no midnight");
    }
}
