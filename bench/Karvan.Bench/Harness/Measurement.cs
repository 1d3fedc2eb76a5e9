using System.Diagnostics;
using System.Text.Json;

namespace Karvan.Bench.Harness;

/// <summary>What one subject says of itself when it is done; it crosses from child to parent as one line of JSON.</summary>
/// <param name="Seconds">By the name of what was timed, one figure a repetition.</param>
/// <param name="PeakBytes">The most memory the process held at once (resident set).</param>
/// <param name="Check">What was computed, as text: subjects that do the same work must say the same.</param>
internal sealed record Measurement(
    IReadOnlyDictionary<string, double[]> Seconds,
    long PeakBytes,
    string Check
)
{
    public const string Whole = "whole";

    private const int WarmUps = 3;
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(150);

    /// <summary>Times one piece of work done once, after doing it on something small so that the code is compiled.</summary>
    public static Measurement Of(Func<string> warmUp, Func<string> work)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            warmUp();
            // The runtime compiles hot methods again in the background once no new ones come.
            Thread.Sleep(WarmUpPause);
        }
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var check = work();
        return Of([(Whole, [clock.Elapsed.TotalSeconds])], check);
    }

    public static Measurement Of(IEnumerable<(string Name, double[] Seconds)> timed, string check)
    {
        using var self = Process.GetCurrentProcess();
        return new Measurement(
            timed.ToDictionary(t => t.Name, t => t.Seconds, StringComparer.Ordinal),
            self.PeakWorkingSet64,
            check
        );
    }

    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this));

    public static Measurement Parse(string line) =>
        JsonSerializer.Deserialize<Measurement>(line)
        ?? throw new BenchException($"A subject said '{line}'.");
}
