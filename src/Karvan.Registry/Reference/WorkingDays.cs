using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>Counts days on which offices work: neither Fridays nor official holidays.</summary>
public sealed class WorkingDays
{
    private const DayOfWeek WeeklyRest = DayOfWeek.Friday;

    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<int> years;

    /// <param name="holidays">Those on record.</param>
    public WorkingDays(IEnumerable<DateOnly> holidays)
    {
        this.holidays = [.. holidays];
        years = [.. this.holidays.Select(SolarDate.Year)];
    }

    public bool IsWorking(DateOnly day) => day.DayOfWeek != WeeklyRest && !holidays.Contains(day);

    /// <summary>
    /// The n-th working day after a day, or before it where n is negative. With 0 it is the day itself, or the next
    /// working day where it is none.
    /// </summary>
    public DateOnly Add(DateOnly day, int n)
    {
        if (n == 0)
        {
            while (!IsWorking(day))
            {
                day = day.AddDays(1);
            }
            return day;
        }
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0; )
        {
            day = day.AddDays(step);
            if (IsWorking(day))
            {
                left--;
            }
        }
        return day;
    }

    /// <summary>Whether the holidays of a day's solar year are on record at all; else only Fridays are known.</summary>
    public bool Knows(DateOnly day) => years.Contains(SolarDate.Year(day));
}
