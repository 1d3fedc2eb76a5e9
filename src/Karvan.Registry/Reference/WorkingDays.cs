using Karvan.Platform.Values;

namespace Karvan.Registry.Reference;

/// <summary>Counts days on which offices work: neither Fridays nor official holidays.</summary>
public sealed class WorkingDays
{
    private const DayOfWeek WeeklyRest = DayOfWeek.Friday;

    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<int> years;

    /// <param name="holidays">Those on record.</param>
    /// <param name="whole">The solar years whose list is whole.</param>
    private WorkingDays(IEnumerable<DateOnly> holidays, IEnumerable<int> whole) =>
        (this.holidays, years) = ([.. holidays], [.. whole]);

    /// <param name="rows">The rows of the list that stand.</param>
    public static WorkingDays Of(IEnumerable<Holiday> rows)
    {
        var all = rows.ToList();
        return new WorkingDays(
            all.Select(h => h.Day),
            all.Where(h => h.Lunar is not null)
                .GroupBy(h => SolarDate.Year(h.Day))
                .Where(year => LunarHoliday.All.All(l => year.Any(h => h.Lunar == l.Code)))
                .Select(year => year.Key)
        );
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

    /// <summary>
    /// Whether the holidays of a day's solar year are all on record. Those of the solar calendar are known years before; those
    /// of the lunar one are announced, and until each of them is in the list a count of days is not certain.
    /// </summary>
    public bool Knows(DateOnly day) => years.Contains(SolarDate.Year(day));
}
