using System.Collections.Concurrent;
using System.Diagnostics;
using Karvan.Bench.Scoring;

namespace Karvan.Bench.Pages;

/// <summary>One request as it was felt: from the moment it was due until its answer was read.</summary>
internal sealed record Felt(string Kind, double Milliseconds, bool Failed);

/// <summary>
/// Requests arrive by chance at a mean rate, whether or not those before them were answered; a time counts from when a
/// request was due, so that a pause of the program or of the generator shows in every request that waited.
/// </summary>
internal static class OpenLoop
{
    private const double TicksOfUnit = 1e9;

    public static async Task<IReadOnlyList<Felt>> Run(Mix mix, int rate, TimeSpan time)
    {
        var dice = new Dice(23);
        var felt = new ConcurrentBag<Felt>();
        var running = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        var due = TimeSpan.Zero;
        while (true)
        {
            // Gaps between chance arrivals are distributed exponentially.
            var chance = (dice.Below((int)TicksOfUnit) + 1) / TicksOfUnit;
            due += TimeSpan.FromSeconds(-Math.Log(chance) / rate);
            if (due >= time)
            {
                break;
            }
            var wait = due - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }
            running.Add(One(mix.Next(), started, due, felt));
        }
        await Task.WhenAll(running);
        return [.. felt];
    }

    private static async Task One(Ask ask, long started, TimeSpan due, ConcurrentBag<Felt> felt)
    {
        var failed = false;
        try
        {
            await ask.Send();
        }
        catch (Exception e) when (e is HttpRequestException or Harness.BenchException)
        {
            failed = true;
        }
        felt.Add(
            new Felt(ask.Kind, (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds, failed)
        );
    }
}
