namespace Karvan.Cli.Terminal;

/// <summary>
/// Reading tells how many bytes are used up. When all are, repeated lines are settled and sums are made, and nothing
/// more is told: that stage gets its name here.
/// </summary>
internal sealed class ReadingProgress
{
    private readonly ProgressLine line;
    private readonly long bytes;
    private int ended;

    /// <param name="line">Where to show it.</param>
    /// <param name="bytes">All that is to be read; 0 where nobody knows.</param>
    public ReadingProgress(ProgressLine line, long bytes)
    {
        (this.line, this.bytes) = (line, bytes);
        line.Begin(new("reading", "lines", bytes));
    }

    /// <summary>May be called from any thread, and often.</summary>
    public void Report(long done, long lines)
    {
        if (Volatile.Read(ref ended) != 0)
        {
            return;
        }
        line.Report(done, lines);
        if (bytes > 0 && done >= bytes && Interlocked.Exchange(ref ended, 1) == 0)
        {
            line.Begin(new("settling repeated lines, adding up"));
        }
    }
}
