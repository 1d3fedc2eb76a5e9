namespace Karvan.Platform.Values;

/// <summary>Days and deadlines are those of Tehran; instants are UTC.</summary>
public static class TehranTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    /// <summary>
    /// The instant at which a day begins in Tehran: its midnight, or where summer time began by leaving that out (33 days
    /// of 1977 to 2022), the first time that there was.
    /// </summary>
    public static DateTime StartOf(DateOnly day)
    {
        var first = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(first))
        {
            first = first.AddMinutes(1);
        }
        var start = TimeZoneInfo.ConvertTimeToUtc(first, Zone);
        // Of a time that was between two rules (1977 and 1978) the way back and the way there differ: the way back, by which
        // days are told, has the last word.
        while (DayOf(start.AddTicks(-1)) == day)
        {
            start = start.AddMinutes(-1);
        }
        while (DayOf(start) < day)
        {
            start = start.AddMinutes(1);
        }
        return start;
    }

    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));
}
