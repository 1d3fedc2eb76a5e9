using Karvan.Trade.Csv;
using Xunit;

namespace Karvan.Trade.Tests.Csv;

public sealed class SeparatorsTests
{
    [Fact]
    public void Commas_and_line_ends_are_found_like_one_by_one()
    {
        const int Seed = 64;
        var random = new Random(Seed);
        var separators = new Separators();
        for (var i = 0; i < 300; i++)
        {
            var start = random.Next(0, 70);
            var end = start + random.Next(0, 400);
            var buffer = new byte[end + Chunk.Slack];
            foreach (ref var b in buffer.AsSpan())
            {
                b = ",\n,\nabc\"\r"u8[random.Next(9)];
            }
            separators.Find(buffer, start, end);
            var places = Enumerable
                .Range(start, end - start)
                .Where(p => buffer[p] is (byte)',' or (byte)'\n')
                .ToArray();
            var ends = places
                .Select((p, n) => (p, n))
                .Where(x => buffer[x.p] == '\n')
                .Select(x => x.n + 1)
                .ToArray();
            Assert.True(
                separators.Places.SequenceEqual(places) && separators.LineEnds.SequenceEqual(ends),
                $"seed {Seed}, buffer {i}"
            );
        }
    }

    /// <summary>Nothing but line ends is the most of them that a chunk can hold.</summary>
    [Theory]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(20_000)]
    [InlineData(65_000)]
    [InlineData(70_000)]
    public void Line_ends_alone_find_room(int count)
    {
        var buffer = new byte[count + Chunk.Slack];
        buffer.AsSpan().Fill((byte)'\n');
        var separators = new Separators();
        separators.Find(buffer, 0, count);
        Assert.Equal((count, count), (separators.Count, separators.Lines));
    }
}
