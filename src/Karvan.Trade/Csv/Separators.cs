using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karvan.Trade.Csv;

/// <summary>Finds all separators of fields and line ends of a chunk without quotes, 64 bytes at a time.</summary>
internal sealed class Separators
{
    private int[] places = new int[1 << 16];
    private int[] lineEnds = new int[1 << 16];

    /// <summary>Places of both together, rising.</summary>
    public ReadOnlySpan<int> Places => places.AsSpan(0, Count);

    /// <summary>The array of <see cref="Places"/>, longer than they are.</summary>
    public int[] AllPlaces => places;

    public int Count { get; private set; }

    /// <summary>For each line, how many separators there are up to and with its line end.</summary>
    public ReadOnlySpan<int> LineEnds => lineEnds.AsSpan(0, Lines);

    public int Lines { get; private set; }

    /// <param name="buffer">May be read up to <see cref="Chunk.Slack"/> bytes past <paramref name="end"/>.</param>
    public void Find(byte[] buffer, int start, int end, byte separator = (byte)',')
    {
        if (places.Length < end - start + Chunk.Slack)
        {
            places = new int[end - start + Chunk.Slack];
            lineEnds = new int[places.Length];
        }
        ref var first = ref MemoryMarshal.GetArrayDataReference(buffer);
        var comma = Vector512.Create(separator);
        var newline = Vector512.Create((byte)'\n');
        ref var into = ref MemoryMarshal.GetArrayDataReference(places);
        var count = 0;
        var lines = 0;
        for (var at = start; at < end; at += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref first, (nuint)at);
            var ends = Vector512.Equals(bytes, newline).ExtractMostSignificantBits();
            var mask = Vector512.Equals(bytes, comma).ExtractMostSignificantBits() | ends;
            if (end - at < Vector512<byte>.Count)
            {
                var inside = (1UL << (end - at)) - 1;
                mask &= inside;
                ends &= inside;
            }
            while (ends != 0)
            {
                var upTo = ends ^ (ends - 1);
                lineEnds[lines++] = count + BitOperations.PopCount(mask & upTo);
                ends &= ends - 1;
            }
            while (mask != 0)
            {
                System.Runtime.CompilerServices.Unsafe.Add(ref into, count++) =
                    at + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }
        }
        (Count, Lines) = (count, lines);
    }
}
