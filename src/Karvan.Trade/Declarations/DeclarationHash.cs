using System.Buffers.Binary;

namespace Karvan.Trade.Declarations;

/// <summary>
/// Hashes of declaration numbers and of line keys. They only narrow down where duplicates may be: two lines are
/// called duplicates or conflicts after their fields were compared, never because hashes met.
/// </summary>
internal static class DeclarationHash
{
    private const ulong A = 0x9E3779B97F4A7C15;
    private const ulong B = 0xD6E8FEB86659FD93;

    /// <summary>Up to this many bytes a number is hashed from two words.</summary>
    public const int TwoWords = 16;

    public static ulong Of(ulong low, ulong high, int length) =>
        Mix(low ^ A, (high + (ulong)length) ^ B);

    public static ulong Of(ReadOnlySpan<byte> number)
    {
        Span<byte> words = stackalloc byte[TwoWords];
        if (number.Length <= TwoWords)
        {
            words.Clear();
            number.CopyTo(words);
            return Of(
                BinaryPrimitives.ReadUInt64LittleEndian(words),
                BinaryPrimitives.ReadUInt64LittleEndian(words[8..]),
                number.Length
            );
        }
        var hash = (ulong)number.Length;
        foreach (var b in number)
        {
            hash = Mix(hash ^ b, A);
        }
        return hash;
    }

    /// <summary>The hash of flow, declaration and line number together.</summary>
    public static ulong Key(in CustomsLine line) =>
        Mix(
            line.DeclarationHash ^ ((ulong)(uint)line.LineNumber << 1 | (line.Import ? 1u : 0u)),
            A ^ B
        );

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b | 1, out var low);
        return high ^ low ^ (a >> 29);
    }
}
