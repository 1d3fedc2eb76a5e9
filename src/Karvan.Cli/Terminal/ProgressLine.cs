using System.Diagnostics;
using System.Globalization;

namespace Karvan.Cli.Terminal;

/// <summary>One line that tells how far reading has come: lines, rate, and the time left. Only on a terminal.</summary>
internal sealed class ProgressLine(bool shown, long totalBytes) : IDisposable
{
    private const long MillisecondsBetween = 200;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private long last;

    public static bool Wanted(string choice) => choice is "auto" && !Console.IsErrorRedirected;

    public void Report(long bytes, long lines)
    {
        if (!shown || clock.ElapsedMilliseconds - Interlocked.Read(ref last) < MillisecondsBetween)
        {
            return;
        }
        lock (gate)
        {
            var now = clock.ElapsedMilliseconds;
            if (now - last < MillisecondsBetween)
            {
                return;
            }
            last = now;
            Console.Error.Write("\r\e[K" + Text(bytes, lines, now));
        }
    }

    public void Clear()
    {
        if (shown)
        {
            Console.Error.Write("\r\e[K");
        }
    }

    /// <summary>A message that follows must not stand behind half a line.</summary>
    public void Dispose() => Clear();

    private string Text(long bytes, long lines, long milliseconds)
    {
        var rate = lines * 1000m / Math.Max(1, milliseconds);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{lines:N0} lines, {rate / 1_000_000:0.0} million a second"
        );
        if (totalBytes <= 0 || bytes <= 0)
        {
            return text;
        }
        var share = Math.Min(1m, bytes / (decimal)totalBytes);
        var left = share > 0 ? milliseconds * (1 - share) / share / 1000 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{share:P0}  {text}, {left:0} s left");
    }
}
