using System.Globalization;

namespace Karvan.Bench.Pages;

/// <summary>Processor time that the host of a virtual machine gave to others while this one had work, as Linux counts it.</summary>
internal static class StolenTime
{
    private const string Counters = "/proc/stat";

    /// <summary>Ticks of all processors, in order: user, nice, system, idle, iowait, irq, softirq, steal.</summary>
    private const int Steal = 8;

    /// <returns>Ticks stolen and ticks in all since the start; null where nobody counts them.</returns>
    public static (long Stolen, long All)? Now()
    {
        if (!File.Exists(Counters))
        {
            return null;
        }
        var ticks = File.ReadLines(Counters)
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(Steal)
            .Select(t => long.Parse(t, CultureInfo.InvariantCulture))
            .ToArray();
        return (ticks[^1], ticks.Sum());
    }

    /// <summary>A sentence about a span that began with <paramref name="before"/>.</summary>
    public static string Since((long Stolen, long All)? before) =>
        (before, Now()) is ({ } from, { } to) && to.All > from.All
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" Other machines of the host took {100 * (to.Stolen - from.Stolen) / (double)(to.All - from.All):0.#}% of the processors meanwhile."
            )
            : "";
}
