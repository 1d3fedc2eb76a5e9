using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Declarations;

/// <summary>Where the fields of one line stand; a struct, so that each way of cutting gets its own machine code.</summary>
internal interface IFieldPlaces
{
    int Start(int column);
    int End(int column);
}

/// <summary>
/// Reads the lines that customs files mostly hold: Latin digits, no blanks, codes in capitals. Whatever it does not
/// know it declines, and <see cref="CarefulLine"/> decides; what it accepts, that one reads alike (a test holds them together).
/// </summary>
internal static class QuickLine
{
    private static readonly ulong Export =
        MemoryMarshal.Read<uint>("expo"u8) | (ulong)MemoryMarshal.Read<ushort>("rt"u8) << 32;
    private static readonly ulong Import =
        MemoryMarshal.Read<uint>("impo"u8) | (ulong)MemoryMarshal.Read<ushort>("rt"u8) << 32;

    private const ulong SixBytes = 0x0000FFFFFFFFFFFF;
    private const ulong HighBits = 0x8080808080808080;

    public static bool TryRead<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        LineRules rules,
        out CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        Unsafe.SkipInit(out line);
        return Flow(buffer, places, columns, ref line)
            && Declaration(buffer, places, columns, ref line)
            && LineNumber(buffer, places, columns, ref line)
            && Date(buffer, places, columns, rules, ref line)
            && Exporter(buffer, places, columns, ref line)
            && HsCode(buffer, places, columns, ref line)
            && Country(buffer, places, columns, rules, ref line)
            && Amount(buffer, places, columns[DeclarationColumns.Value], 2, out line.ValueCents)
            && Amount(buffer, places, columns[DeclarationColumns.Weight], 3, out line.WeightGrams);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Flow<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Flow]);
        var word = Ascii.Load8(ref Ascii.At(buffer, start)) & SixBytes;
        line.Import = word == Import;
        return places.End(columns[DeclarationColumns.Flow]) - start == 6
            && (word == Export || word == Import);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Declaration<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Declaration]);
        var length = places.End(columns[DeclarationColumns.Declaration]) - start;
        if ((uint)(length - 1) >= DeclarationHash.TwoWords)
        {
            return false;
        }
        var low = Ascii.Load8(ref Ascii.At(buffer, start));
        var high = 0UL;
        if (length < 8)
        {
            low &= (1UL << (length * 8)) - 1;
        }
        else if (length > 8)
        {
            high = Ascii.Load8(ref Ascii.At(buffer, start + 8));
            high = length < 16 ? high & ((1UL << ((length - 8) * 8)) - 1) : high;
        }
        if (
            !Plain(low)
            || !Plain(high)
            || buffer[start] <= ' '
            || buffer[start + length - 1] <= ' '
        )
        {
            return false;
        }
        line.DeclarationHash = DeclarationHash.Of(low, high, length);
        return true;
    }

    /// <summary>ASCII without small letters: one spelling already, the one declaration numbers are folded to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Plain(ulong bytes)
    {
        var atLeastA = bytes + (0x80 - 'a') * 0x0101010101010101UL;
        var aboveZ = bytes + (0x80 - 'z' - 1) * 0x0101010101010101UL;
        return (bytes & HighBits) == 0 && (atLeastA & ~aboveZ & HighBits) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool LineNumber<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Line]);
        var length = places.End(columns[DeclarationColumns.Line]) - start;
        if ((uint)(length - 1) >= 8 || !TryWhole(buffer, start, length, out var number))
        {
            return false;
        }
        line.LineNumber = (int)number;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Date<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        LineRules rules,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Date]);
        if (places.End(columns[DeclarationColumns.Date]) - start != DateField.Length)
        {
            return false;
        }
        ref var at = ref Ascii.At(buffer, start);
        var separator = Unsafe.Add(ref at, 4);
        if (separator is not ((byte)'-' or (byte)'/') || Unsafe.Add(ref at, 7) != separator)
        {
            return false;
        }
        // yyyy?mm?dd → yyyymmdd, then eight digits at once.
        var digits =
            (uint)Ascii.Load8(ref at)
            | (ulong)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref at, 5)) << 32
            | (ulong)Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref at, 8)) << 48;
        if (!Ascii.AllDigits(digits))
        {
            return false;
        }
        var number = Ascii.Value8(digits);
        return rules.TryDay(
            number / 10_000,
            number / 100 % 100,
            number % 100,
            out line.Day,
            out line.Year
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Exporter<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Exporter]);
        var length = places.End(columns[DeclarationColumns.Exporter]) - start;
        if (
            length is not (CheckDigit.NationalCodeLength or CheckDigit.LegalIdLength)
            || !TryWhole(buffer, start, length, out var id)
        )
        {
            return false;
        }
        line.Exporter = FirmIndex.Key(id, length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HsCode<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.HsCode]);
        var length = places.End(columns[DeclarationColumns.HsCode]) - start;
        if (length is not (6 or 8 or 10 or 12) || !TryWhole(buffer, start, length, out var code))
        {
            return false;
        }
        Ascii.TryUpTo8(ref Ascii.At(buffer, start), 6, out var hs6);
        line.Hs6 = (int)hs6;
        line.HsCode = CarefulLine.WithLength(code, length);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Country<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int[] columns,
        LineRules rules,
        ref CustomsLine line
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        var start = places.Start(columns[DeclarationColumns.Country]);
        line.Country = rules.Country(buffer[start], buffer[start + 1]);
        return places.End(columns[DeclarationColumns.Country]) - start == 2
            && line.Country != LineRules.NoCountry
            && (line.Import || line.Country != rules.HomeCountry);
    }

    /// <summary>Up to ten digits and a fraction of one or <paramref name="decimals"/> places, or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Amount<TPlaces>(
        byte[] buffer,
        in TPlaces places,
        int column,
        int decimals,
        out long scaled
    )
        where TPlaces : struct, IFieldPlaces, allows ref struct
    {
        scaled = 0;
        var start = places.Start(column);
        var length = places.End(column) - start;
        if (
            (uint)(length - 1) >= 14
            || !TryFraction(buffer, start, length, out var fraction, out var digits)
        )
        {
            return false;
        }
        var whole = fraction == 0 ? length : length - 1 - fraction;
        var one = decimals == 2 ? 100 : 1000;
        scaled = digits * (fraction <= decimals ? Ones[decimals - fraction] : 0);
        return fraction <= decimals
            && (uint)(whole - 1) < 10
            && scaled <= NumberField.LargestAmount * one;
    }

    private static ReadOnlySpan<int> Ones => [1, 10, 100, 1000];

    /// <param name="length">1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWhole(byte[] buffer, int start, int length, out long value)
    {
        if (!Decimals.IsSupported)
        {
            return Ascii.TryUpTo16(ref Ascii.At(buffer, start), length, out value);
        }
        value = 0;
        return start + length >= Decimals.Reach
            && Decimals.TryWhole(ref Ascii.At(buffer, start + length), length, out value);
    }

    /// <param name="length">1 to 14.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFraction(
        byte[] buffer,
        int start,
        int length,
        out int fraction,
        out long digits
    )
    {
        if (!Decimals.IsSupported)
        {
            return Ascii.TryFraction(ref Ascii.At(buffer, start), length, out fraction, out digits);
        }
        (fraction, digits) = (0, 0);
        return start + length >= Decimals.Reach
            && Decimals.TryFraction(
                ref Ascii.At(buffer, start + length),
                length,
                out fraction,
                out digits
            );
    }
}
