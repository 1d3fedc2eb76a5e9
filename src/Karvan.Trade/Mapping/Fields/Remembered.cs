using System.Buffers.Binary;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping.Fields;

/// <summary>Reads the text of a field, Latin digits, trimmed and not empty.</summary>
internal delegate Fault TextReading<T>(ReadOnlySpan<char> text, out T value);

/// <summary>What fields that come again and again were read as (dates, codes, countries), so that each is read once.</summary>
internal sealed class Remembered<T>(TextReading<T> reading, FieldChars chars)
{
    private const int Slots = 1 << 14;
    private const int MostHeld = Slots / 2;
    private const int LongestHeld = 64;

    private readonly (byte[]? Bytes, Fault Fault, T Value)[] slots = new (byte[]?, Fault, T)[Slots];
    private int held;

    public Fault Read(ReadOnlySpan<byte> field, out T value)
    {
        if (field.Length > LongestHeld)
        {
            return ReadAnew(field, out value);
        }
        var at = Place(field);
        while (slots[at].Bytes is { } known)
        {
            if (field.SequenceEqual(known))
            {
                value = slots[at].Value;
                return slots[at].Fault;
            }
            at = (at + 1) & (Slots - 1);
        }
        var fault = ReadAnew(field, out value);
        if (held < MostHeld)
        {
            slots[at] = (field.ToArray(), fault, value);
            held++;
        }
        return fault;
    }

    private Fault ReadAnew(ReadOnlySpan<byte> field, out T value)
    {
        value = default!;
        var fault = chars.Read(field, out var text);
        return fault is not Fault.None ? fault
            : text.IsEmpty ? Fault.Blank
            : reading(text, out value);
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
