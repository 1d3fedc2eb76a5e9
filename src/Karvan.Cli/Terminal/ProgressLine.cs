using System.CommandLine;
using System.Globalization;

namespace Karvan.Cli.Terminal;

/// <summary>
/// One line that tells which stage a command is at and, where that can be known, how far it has come, its rate, and
/// the time left. Only on a terminal.
/// </summary>
internal sealed class ProgressLine(
    bool shown,
    TextWriter? output = null,
    TimeProvider? clock = null
) : IDisposable
{
    private const long MillisecondsBetween = 200;

    private readonly TextWriter output = output ?? Console.Error;
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Lock gate = new();
    private ProgressStage stage = new("");
    private long began;
    private long nextAt;

    public static Option<string> Option()
    {
        var option = CheckedOption.OneOf("--progress", "auto", "none");
        option.Description = "Show progress on a terminal.";
        return option;
    }

    public static bool Wanted(string choice) => choice is "auto" && !Console.IsErrorRedirected;

    /// <summary>Begins a stage. Its name is shown at once: it may have nothing to report for long.</summary>
    public void Begin(ProgressStage next)
    {
        if (!shown)
        {
            return;
        }
        lock (gate)
        {
            stage = next;
            began = clock.GetTimestamp();
            Interlocked.Exchange(ref nextAt, MillisecondsBetween);
            Show(next.Name);
        }
    }

    /// <summary>May be called from any thread, and often.</summary>
    /// <param name="done">How much of the stage's total is done.</param>
    /// <param name="things">How many of what the stage counts.</param>
    public void Report(long done, long things)
    {
        if (!shown || Milliseconds() < Interlocked.Read(ref nextAt))
        {
            return;
        }
        lock (gate)
        {
            var now = Milliseconds();
            if (now < nextAt)
            {
                return;
            }
            Interlocked.Exchange(ref nextAt, now + MillisecondsBetween);
            Show(Text(done, things, now));
        }
    }

    /// <summary>As <see cref="Report(long, long)"/>, where the total is in the things that are counted.</summary>
    public void Report(long things) => Report(things, things);

    public void Clear()
    {
        if (shown)
        {
            Show("");
        }
    }

    /// <summary>A message that follows must not stand behind half a line.</summary>
    public void Dispose() => Clear();

    private long Milliseconds() =>
        (long)clock.GetElapsedTime(Interlocked.Read(ref began)).TotalMilliseconds;

    private void Show(string text) => output.Write("\r\e[K" + text);

    private string Text(long done, long things, long milliseconds)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{things:N0} {stage.Things}, {Rounded(things * 1000m / Math.Max(1, milliseconds))} a second"
        );
        if (stage.Total <= 0 || done <= 0)
        {
            return $"{stage.Name}: {text}";
        }
        var share = Math.Min(1m, done / (decimal)stage.Total);
        var left = milliseconds * (1 - share) / share / 1000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stage.Name}: {share * 100:0}%, {text}, {left:0} s left"
        );
    }

    private static string Rounded(decimal rate) =>
        rate >= 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1_000_000:0.0} million")
            : string.Create(CultureInfo.InvariantCulture, $"{rate:N0}");
}

/// <summary>A part of a command that may take long.</summary>
/// <param name="Name">What is being done, such as <c>reading</c>.</param>
/// <param name="Things">What is counted, in the plural.</param>
/// <param name="Total">What <c>done</c> will be at the end; 0 where nobody knows.</param>
internal sealed record ProgressStage(string Name, string Things = "", long Total = 0);
