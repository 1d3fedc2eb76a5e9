using System.Diagnostics;

namespace Karvan.Bench.Harness;

/// <summary>Repeated timing inside one process.</summary>
internal static class Stopwatches
{
    /// <summary>Times <paramref name="work"/> again and again, after running it unseen so that it is compiled and its memory is warm.</summary>
    /// <param name="work">Told the number of the repetition; negative while warming up.</param>
    public static double[] Time(int warmUps, int repetitions, Action<int> work)
    {
        for (var i = -warmUps; i < 0; i++)
        {
            work(i);
        }
        var seconds = new double[repetitions];
        for (var i = 0; i < repetitions; i++)
        {
            var from = Stopwatch.GetTimestamp();
            work(i);
            seconds[i] = Stopwatch.GetElapsedTime(from).TotalSeconds;
        }
        return seconds;
    }

    public static double Median(this IEnumerable<double> seconds) => seconds.Quantile(0.5);

    /// <summary>The nearest rank: a figure that was measured, never one between two.</summary>
    public static double Quantile(this IEnumerable<double> seconds, double q)
    {
        var sorted = seconds.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(q * sorted.Length) - 1)];
    }
}
