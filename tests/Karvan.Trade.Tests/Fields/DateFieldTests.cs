using System.Globalization;
using Karvan.Trade.Fields;
using Xunit;

namespace Karvan.Trade.Tests.Fields;

public sealed class DateFieldTests
{
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

    [Theory]
    [InlineData("1200-01-01", "1821-03-21", 1200)]
    [InlineData("1600-12-29", "2222-03-20", 1600)]
    [InlineData("1821-03-21", "1821-03-21", 1200)]
    [InlineData("2222-03-20", "2222-03-20", 1600)]
    public void The_ends_of_both_calendars_are_read(string text, string gregorian, int solarYear)
    {
        Assert.Equal(Fault.None, DateField.Read(text, out var day, out var year));
        Assert.Equal((Day(gregorian), solarYear), (day, year));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1199-12-29")]
    [InlineData("1601-01-01")]
    [InlineData("1821-03-20")]
    [InlineData("2222-03-21")]
    [InlineData("9999-12-31")]
    public void Days_outside_the_calendar_are_no_dates(string text) =>
        Assert.Equal(Fault.BadDate, DateField.Read(text, out _, out _));

    private static int Day(string gregorian) =>
        DateOnly.ParseExact(gregorian, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
