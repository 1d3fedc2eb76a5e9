using System.Globalization;
using Xunit;

namespace Karvan.Texts.Tests;

public sealed class SolarCalendarTests
{
    /// <summary>Nowruz as printed on calendars; 1404 is a day later than arithmetic calendars say.</summary>
    [Theory]
    [InlineData(1391, "2012-03-20")]
    [InlineData(1395, "2016-03-20")]
    [InlineData(1397, "2018-03-21")]
    [InlineData(1398, "2019-03-21")]
    [InlineData(1399, "2020-03-20")]
    [InlineData(1400, "2021-03-21")]
    [InlineData(1401, "2022-03-21")]
    [InlineData(1402, "2023-03-21")]
    [InlineData(1403, "2024-03-20")]
    [InlineData(1404, "2025-03-21")]
    public void A_year_begins_at_nowruz(int solarYear, string gregorian)
    {
        var first = Day(gregorian);
        Assert.Equal(first, SolarCalendar.FirstDay(solarYear));
        Assert.Equal(solarYear, SolarCalendar.YearOf(first));
        Assert.Equal(solarYear - 1, SolarCalendar.YearOf(first - 1));
    }

    [Fact]
    public void Only_leap_years_have_a_thirtieth_of_Esfand()
    {
        int[] leap = [1391, 1395, 1399, 1403, 1408];
        var years = Enumerable.Range(1390, 21).ToList();
        Assert.Equal(leap, years.Where(y => SolarCalendar.TryDay(y, 12, 30, out _, out _)));
        Assert.Equal(leap, years.Where(y => SolarCalendar.DaysIn(y) == 366));
    }

    [Fact]
    public void Every_day_of_every_year_is_the_frameworks()
    {
        var calendar = new PersianCalendar();
        var days = 0;
        for (
            var day = DateOnly.FromDayNumber(SolarCalendar.FirstDay(SolarCalendar.FirstYear));
            SolarCalendar.Knows(day.DayNumber);
            day = day.AddDays(1)
        )
        {
            var time = day.ToDateTime(TimeOnly.MinValue);
            var expected = (
                calendar.GetYear(time),
                calendar.GetMonth(time),
                calendar.GetDayOfMonth(time)
            );
            var (year, month, of) = SolarCalendar.Of(day);
            Assert.Equal(expected, (year, month, of));
            Assert.Equal(year, SolarCalendar.YearOf(day.DayNumber));
            Assert.True(SolarCalendar.TryDay(year, month, of, out var number, out var inYear));
            Assert.Equal((day.DayNumber, year), (number, inYear));
            Assert.True(SolarCalendar.TryDay(day.Year, day.Month, day.Day, out number, out inYear));
            Assert.Equal((day.DayNumber, year), (number, inYear));
            days++;
        }
        Assert.Equal(
            Enumerable
                .Range(
                    SolarCalendar.FirstYear,
                    SolarCalendar.LastYear - SolarCalendar.FirstYear + 1
                )
                .Sum(y => calendar.GetDaysInYear(y)),
            days
        );
    }

    [Fact]
    public void Numbers_that_are_no_day_are_refused()
    {
        for (var month = 0; month <= 13; month++)
        {
            for (var day = 0; day <= 32; day++)
            {
                // 1401 is no leap year: six months of 31, five of 30, one of 29.
                var length =
                    month is < 1 or > 12 ? 0
                    : month <= 6 ? 31
                    : month < 12 ? 30
                    : 29;
                Assert.Equal(
                    day >= 1 && day <= length,
                    SolarCalendar.TryDay(1401, month, day, out _, out _)
                );
            }
        }
    }

    /// <summary>The calendar of a written year is told by its size: what lies between both is a day of neither.</summary>
    [Theory]
    [InlineData(1199, 12, 29, false)]
    [InlineData(1200, 1, 1, true)]
    [InlineData(1600, 12, 29, true)]
    [InlineData(1601, 1, 1, false)]
    [InlineData(1821, 3, 20, false)]
    [InlineData(1821, 3, 21, true)]
    [InlineData(2222, 3, 20, true)]
    [InlineData(2222, 3, 21, false)]
    [InlineData(9999, 12, 31, false)]
    [InlineData(10000, 1, 1, false)]
    [InlineData(0, 1, 1, false)]
    public void Days_are_known_to_the_ends_of_the_calendar(int year, int month, int day, bool known)
    {
        Assert.Equal(known, SolarCalendar.TryDay(year, month, day, out var number, out var solar));
        if (known)
        {
            Assert.True(SolarCalendar.Knows(number));
            Assert.InRange(solar, SolarCalendar.FirstYear, SolarCalendar.LastYear);
        }
    }

    [Fact]
    public void A_year_of_a_day_outside_is_not_made_up()
    {
        var first = SolarCalendar.FirstDay(SolarCalendar.FirstYear);
        Assert.Throws<ArgumentOutOfRangeException>(() => SolarCalendar.YearOf(first - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SolarCalendar.YearOf(SolarCalendar.FirstDay(SolarCalendar.LastYear + 1))
        );
    }

    [Theory]
    [InlineData("2023-09-27", "1402/07/05")]
    [InlineData("1821-03-21", "1200/01/01")]
    [InlineData("1700-05-06", "1700-05-06")]
    public void A_day_is_written_solar_where_it_is_known(string gregorian, string written) =>
        Assert.Equal(written, SolarCalendar.Text(DateOnly.FromDayNumber(Day(gregorian))));

    private static int Day(string gregorian) =>
        DateOnly.ParseExact(gregorian, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
