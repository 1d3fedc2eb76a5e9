using System.Globalization;
using Karvan.Trade.Fields;
using Xunit;

namespace Karvan.Trade.Tests.Fields;

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

    [Theory]
    [InlineData("1399-12-30", "2021-03-20")]
    [InlineData("1403-12-30", "2025-03-20")]
    [InlineData("1401-12-29", "2023-03-20")]
    [InlineData("1401/06/31", "2022-09-22")]
    [InlineData("1401/07/01", "2022-09-23")]
    [InlineData("1401/07/30", "2022-10-22")]
    [InlineData("1401/11/30", "2023-02-19")]
    public void Both_calendars_name_the_same_day(string jalali, string gregorian)
    {
        Assert.Equal(Fault.None, DateField.Read(jalali, out var day, out var year));
        Assert.Equal(Fault.None, DateField.Read(gregorian, out var same, out var sameYear));
        Assert.Equal(Day(gregorian), day);
        Assert.Equal((day, year), (same, sameYear));
    }

    [Fact]
    public void Only_leap_years_have_a_thirtieth_of_Esfand()
    {
        int[] leap = [1391, 1395, 1399, 1403, 1408];
        Assert.Equal(
            leap,
            Enumerable.Range(1390, 21).Where(y => SolarCalendar.TryDay(y, 12, 30, out _, out _))
        );
    }

    [Fact]
    public void Every_day_of_21_years_is_the_frameworks()
    {
        var calendar = new PersianCalendar();
        var last = new DateOnly(2032, 3, 19);
        for (var day = new DateOnly(2011, 3, 21); day <= last; day = day.AddDays(1))
        {
            var time = day.ToDateTime(TimeOnly.MinValue);
            var (year, month, of) = (
                calendar.GetYear(time),
                calendar.GetMonth(time),
                calendar.GetDayOfMonth(time)
            );
            Assert.True(SolarCalendar.TryDay(year, month, of, out var number, out var inYear));
            Assert.Equal((day.DayNumber, year), (number, inYear));
            Assert.True(SolarCalendar.TryDay(day.Year, day.Month, day.Day, out number, out inYear));
            Assert.Equal((day.DayNumber, year), (number, inYear));
        }
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

    [Theory]
    [InlineData("")]
    [InlineData("1401-7-05")]
    [InlineData("1401-07/05")]
    [InlineData("1401-07-05 ")]
    [InlineData("14010705")]
    [InlineData("140a-07-05")]
    [InlineData("1401-07-0\0")]
    [InlineData("-401-07-05")]
    [InlineData("0000-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("1401-12-30")]
    [InlineData("1700-00-01")]
    public void Other_writing_is_no_date(string text) =>
        Assert.Equal(
            text.Length == 0 ? Fault.Blank : Fault.BadDate,
            DateField.Read(text, out _, out _)
        );

    [Fact]
    public void The_ends_of_both_calendars_are_read()
    {
        Assert.Equal(Fault.None, DateField.Read("0001-01-01", out var first, out var year));
        Assert.Equal((Day("0622-03-22"), 1), (first, year));
        Assert.Equal(Fault.None, DateField.Read("9999-12-31", out _, out year));
        Assert.Equal(9378, year);
        Assert.Equal(Fault.None, DateField.Read("1699-12-29", out _, out year));
        Assert.Equal(1699, year);
        Assert.Equal(Fault.None, DateField.Read("1700-01-01", out _, out year));
        Assert.Equal(1078, year);
    }

    private static int Day(string gregorian) =>
        DateOnly.ParseExact(gregorian, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
