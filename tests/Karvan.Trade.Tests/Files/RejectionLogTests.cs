using Karvan.Trade.Fields;
using Karvan.Trade.Files;
using Xunit;

namespace Karvan.Trade.Tests.Files;

/// <summary>Rejections come out in the order of files and lines, however they went in and wherever they were kept.</summary>
public sealed class RejectionLogTests
{
    [Theory]
    [InlineData(1 << 23, 1 << 16)]
    [InlineData(1 << 23, 7)]
    [InlineData(0, 1 << 16)]
    [InlineData(0, 1)]
    [InlineData(100_000, 50)]
    public void Random_rejections_come_in_order(long mostHeld, int mostUnsorted)
    {
        var random = new Random(11);
        using var log = new RejectionLog(mostHeld, mostUnsorted);
        var all = new List<(Rejection Rejection, int Origin)>();
        var line = 1L;
        var chunks = new List<List<Rejection>>();
        for (var chunk = 0; chunk < 60; chunk++)
        {
            var file = 1 + chunk / 20;
            line = chunk % 20 == 0 ? 1 : line;
            chunks.Add([]);
            for (var i = random.Next(60); i > 0; i--)
            {
                line += random.Next(1, 4);
                chunks[^1].Add(Some(random, file, line));
            }
            all.AddRange(chunks[^1].Select(r => (r, 0)));
        }
        foreach (var chunk in Enumerable.Range(0, chunks.Count).OrderBy(_ => random.Next()))
        {
            log.Complete(chunk, chunks[chunk]);
        }
        // Among those found later are some at lines of others, and before and behind all.
        for (var i = 1; i <= 2000; i++)
        {
            var found = Some(random, random.Next(5), random.Next(1, 3000));
            log.Add(found);
            all.Add((found, i));
        }
        var expected = all.OrderBy(r => r.Rejection.File)
            .ThenBy(r => r.Rejection.Line)
            .ThenBy(r => r.Origin)
            .Select(r => r.Rejection);
        Assert.Equal(all.Count, log.Count);
        Assert.Equal(expected, log.InOrder());
        Assert.Equal(all.Count, log.InOrder().Count());
        Assert.Equal(3, log.InOrder().Take(3).Count());
    }

    private static Rejection Some(Random random, int file, long line) =>
        new(
            file,
            line,
            (Fault)random.Next(1, 10),
            random.Next(2) == 0 ? "" : "value_usd",
            new string((char)random.Next('a', '\u0700'), random.Next(200))
        );
}
