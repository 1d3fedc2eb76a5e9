namespace Karvan.Platform.Values;

/// <summary>Days and deadlines are those of Tehran; instants are UTC.</summary>
public static class TehranTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    /// <summary>The instant at which a day begins in Tehran.</summary>
    public static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));
}
