using Karvan.Cli.Terminal;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Karvan.Cli.Tests.Terminal;

public sealed class ProgressLineTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly StringWriter said = new();

    public void Dispose() => said.Dispose();

    [Fact]
    public void A_stage_is_named_at_once_and_then_tells_its_share_rate_and_time_left()
    {
        using var line = new ProgressLine(true, said, clock);
        line.Begin(new("reading", "lines", 4000));
        Assert.Equal("reading", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(199));
        line.Report(1000, 500_000);
        Assert.Equal("reading", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        line.Report(1000, 500_000);
        Assert.Equal("reading: 25%, 500,000 lines, 2.5 million a second, 1 s left", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(199));
        line.Report(4000, 600_000);
        Assert.Equal("reading: 25%, 500,000 lines, 2.5 million a second, 1 s left", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        line.Report(4000, 600_000);
        Assert.Equal("reading: 100%, 600,000 lines, 1.5 million a second, 0 s left", Shown());
    }

    [Fact]
    public void A_new_stage_begins_its_own_time()
    {
        using var line = new ProgressLine(true, said, clock);
        line.Begin(new("reading", "lines", 4000));
        clock.Advance(TimeSpan.FromMilliseconds(60_000));
        line.Begin(new("writing explanations", "exporters", 100));
        Assert.Equal("writing explanations", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(2000));
        line.Report(20);
        Assert.Equal("writing explanations: 20%, 20 exporters, 10 a second, 8 s left", Shown());
        line.Begin(new("reading", "lines"));
        clock.Advance(TimeSpan.FromMilliseconds(500));
        line.Report(7, 1000);
        Assert.Equal("reading: 1,000 lines, 2,000 a second", Shown());
        line.Clear();
        Assert.Equal("", Shown());
    }

    [Fact]
    public void When_all_is_read_the_next_stage_is_named_and_late_reports_are_left_aside()
    {
        using var line = new ProgressLine(true, said, clock);
        var reading = new ReadingProgress(line, 4000);
        Assert.Equal("reading", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(1000));
        reading.Report(3999, 10);
        Assert.Equal("reading: 100%, 10 lines, 10 a second, 0 s left", Shown());
        reading.Report(4000, 11);
        Assert.Equal("settling repeated lines, adding up", Shown());
        clock.Advance(TimeSpan.FromMilliseconds(1000));
        reading.Report(4000, 12);
        Assert.Equal("settling repeated lines, adding up", Shown());
    }

    /// <summary>A pipe has no length.</summary>
    [Fact]
    public void Where_nobody_knows_the_end_lines_are_told()
    {
        using var line = new ProgressLine(true, said, clock);
        var reading = new ReadingProgress(line, 0);
        clock.Advance(TimeSpan.FromMilliseconds(1000));
        reading.Report(4000, 11);
        Assert.Equal("reading: 11 lines, 11 a second", Shown());
    }

    [Fact]
    public void What_is_not_shown_writes_nothing()
    {
        using (var line = new ProgressLine(false, said, clock))
        {
            line.Begin(new("reading", "lines", 4000));
            clock.Advance(TimeSpan.FromMilliseconds(1000));
            line.Report(1, 1);
            line.Clear();
        }
        Assert.Equal("", said.ToString());
    }

    /// <summary>What stands in the line: all behind the last return.</summary>
    private string Shown() => said.ToString().Split("\r\e[K")[^1];
}
