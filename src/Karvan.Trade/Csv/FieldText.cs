using System.Buffers.Binary;
using Karvan.Texts;
using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Csv;

/// <summary>A field in the forms its readers need.</summary>
internal sealed class FieldText
{
    private string? compared;

    private FieldText(string? digits, string shown) => (Digits, Shown) = (digits, shown);

    /// <summary>With Latin digits, untrimmed; null when the bytes are not UTF-8.</summary>
    public string? Digits { get; }

    /// <summary>What it is compared by; empty when the bytes are not UTF-8.</summary>
    public string Compared => compared ??= Digits is null ? "" : FoldedText.Compared(Digits);

    /// <summary>As it was written, for people.</summary>
    public string Shown { get; }

    public static FieldText Of(ReadOnlySpan<byte> bytes) =>
        FoldedText.Strictly(bytes) is { } text
            ? new FieldText(Numerals.Latin(text), Rejection.Shown(text))
            : new FieldText(null, Rejection.Shown(bytes));
}

/// <summary>Remembers fields that come again and again (criteria, statuses, countries, items), so that each is read once.</summary>
internal sealed class FieldTexts
{
    private const int Slots = 1 << 14;
    private const int MostHeld = Slots / 2;
    private const int LongestHeld = 64;

    private readonly (byte[]? Bytes, FieldText? Text)[] slots = new (byte[]?, FieldText?)[Slots];
    private int held;

    public FieldText Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestHeld)
        {
            return FieldText.Of(bytes);
        }
        var at = Place(bytes);
        while (slots[at].Bytes is { } known)
        {
            if (bytes.SequenceEqual(known))
            {
                return slots[at].Text!;
            }
            at = (at + 1) & (Slots - 1);
        }
        var text = FieldText.Of(bytes);
        if (held < MostHeld)
        {
            slots[at] = (bytes.ToArray(), text);
            held++;
        }
        return text;
    }

    private static int Place(ReadOnlySpan<byte> bytes)
    {
        const ulong Spread = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Spread;
            hash ^= hash >> 32;
        }
        var rest = 0UL;
        foreach (var b in bytes)
        {
            rest = rest << 8 | b;
        }
        hash = (hash ^ rest) * Spread;
        return (int)(hash >> 32) & (Slots - 1);
    }
}
