using Karvan.Trade.Declarations;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>
/// Counts the rows of each key, from 1. Keys are told by their hashes: where two meet, their rows share one count, and
/// still no two rows of a key have the same number.
/// </summary>
internal sealed class LineCounter
{
    private readonly Dictionary<ulong, int> counts = [];

    public int Next(ReadOnlySpan<byte> key)
    {
        ref var count =
            ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                counts,
                DeclarationHash.Of(key),
                out _
            );
        return ++count;
    }
}
