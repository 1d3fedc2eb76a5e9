namespace Karvan.Web.Modules;

/// <summary>The periods over which numbers of the start page are drawn, the oldest first.</summary>
internal static class DeskPeriods
{
    private const int DaysOfWeek = 7;

    /// <summary>First days of weeks, the last of which ends today.</summary>
    public static IReadOnlyList<DateOnly> Weeks(DateOnly today, int count) =>
        [.. Enumerable.Range(0, count).Select(w => today.AddDays(1 - DaysOfWeek * (count - w)))];

    public static IReadOnlyList<DateOnly> Days(DateOnly today, int count) =>
        [.. Enumerable.Range(0, count).Select(d => today.AddDays(d - count + 1))];
}
