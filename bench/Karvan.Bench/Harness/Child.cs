using System.Diagnostics;

namespace Karvan.Bench.Harness;

/// <summary>Programs run as processes of their own, so that no subject inherits another's memory or compiled code.</summary>
internal static class Child
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    /// <summary>The runtime's own settings, for code that is not Karvan's.</summary>
    public static readonly IReadOnlyDictionary<string, string> RuntimeDefaults = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["DOTNET_TieredPGO"] = "1",
        ["DOTNET_TC_QuickJitForLoops"] = "1",
    };

    private static readonly Dictionary<string, string> NoSettings = new(StringComparer.Ordinal);

    /// <summary>Runs a subject of this program.</summary>
    public static Measurement Subject(
        string name,
        IEnumerable<string> args,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        using var process = Start(
            [typeof(Child).Assembly.Location, "subject", name, .. args],
            settings
        );
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Measurement.Parse(said)
            : throw new BenchException($"The subject {name} ended with {process.ExitCode}.");
    }

    /// <summary>Runs the command line from start to end, and watches its memory from outside.</summary>
    public static (double Seconds, long PeakBytes) Karvan(params string[] args)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start([Places.CommandLine, .. args], null);
        var reading = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(Poll))
        {
            peak = Math.Max(peak, PeakOf(process));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? (seconds, peak)
            : throw new BenchException(
                $"karvan {string.Join(' ', args)} ended with {process.ExitCode}: {reading.GetAwaiter().GetResult()}"
            );
    }

    private static Process Start(
        IEnumerable<string> args,
        IReadOnlyDictionary<string, string>? settings
    )
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath ?? throw new BenchException("This process has no path.")
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        foreach (var (key, value) in settings ?? NoSettings)
        {
            start.Environment[key] = value;
        }
        return Process.Start(start) ?? throw new BenchException("No process could be started.");
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two looks.
            return 0;
        }
    }
}
