using System.Globalization;
using System.Text;
using Karvan.Texts;

namespace Karvan.Trade.Ledger;

/// <summary>
/// A line in numbers alone, so that many can be held and compared without a text for each. The declaration number stands
/// as bytes in a buffer beside it.
/// </summary>
internal struct PackedLine
{
    public long SourceLine;

    /// <summary>Which import of a snapshot it comes from; 0 where there is one alone.</summary>
    public int Place;

    public int DeclarationStart;
    public int DeclarationLength;
    public int LineNumber;
    public bool Import;

    /// <summary>A <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day;

    /// <summary>Sixteen times the digits as a number, plus how many digits there are.</summary>
    public long Exporter;

    /// <summary>As <see cref="Exporter"/>.</summary>
    public long HsCode;

    /// <summary>Two letters in one number.</summary>
    public ushort Country;

    public long Cents;
    public long Grams;

    /// <summary>Hundredths of <see cref="Currency"/>; 0 with 0 where the file said USD.</summary>
    public long Amount;

    /// <summary>Three letters in one number.</summary>
    public uint Currency;

    public readonly ReadOnlySpan<byte> Declaration(ReadOnlySpan<byte> buffer) =>
        buffer.Slice(DeclarationStart, DeclarationLength);

    /// <summary>Equal but for where it stood in the file, and in what currency the file said the value.</summary>
    public readonly bool SameContent(in PackedLine other) =>
        Day == other.Day
        && Exporter == other.Exporter
        && HsCode == other.HsCode
        && Country == other.Country
        && Cents == other.Cents
        && Grams == other.Grams;

    public static long PackDigits(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = number * 10 + (digit - '0');
        }
        return number << 4 | (long)digits.Length;
    }

    public static long PackDigits(string digits) => PackDigits(Encoding.ASCII.GetBytes(digits));

    public static string Digits(long packed) =>
        (packed >> 4).ToString(CultureInfo.InvariantCulture).PadLeft((int)(packed & 15), '0');

    /// <summary>The first six digits of a packed HS code, as a number.</summary>
    public static int Hs6(long packed)
    {
        var number = packed >> 4;
        for (var digits = packed & 15; digits > 6; digits--)
        {
            number /= 10;
        }
        return (int)number;
    }

    public static uint PackLetters(ReadOnlySpan<byte> letters)
    {
        var packed = 0U;
        foreach (var letter in letters)
        {
            packed = packed << 8 | letter;
        }
        return packed;
    }

    public static string Letters(uint packed, int count) =>
        string.Create(
            count,
            packed,
            static (letters, from) =>
            {
                for (var i = letters.Length - 1; i >= 0; i--, from >>= 8)
                {
                    letters[i] = (char)(from & 0xFF);
                }
            }
        );

    /// <summary>The numbers of a line; its declaration is left out.</summary>
    public static PackedLine Of(LedgerLine line) =>
        new()
        {
            SourceLine = line.SourceLine,
            LineNumber = line.LineNumber,
            Import = line.Import,
            Day = line.Day.DayNumber,
            Exporter = PackDigits(line.Exporter),
            HsCode = PackDigits(line.HsCode),
            Country = (ushort)PackLetters(Encoding.ASCII.GetBytes(line.Country)),
            Cents = line.ValueCents,
            Grams = line.WeightGrams,
        };

    public readonly LedgerLine Unpack(string exporter, ReadOnlySpan<byte> buffer) =>
        new(
            SourceLine,
            Import,
            Encoding.UTF8.GetString(Declaration(buffer)),
            LineNumber,
            DateOnly.FromDayNumber(Day),
            exporter,
            Digits(HsCode),
            Letters(Country, 2),
            Cents,
            Grams,
            Amount,
            Currency == 0 ? null : Letters(Currency, 3)
        );
}

/// <summary>A customs line as it is kept.</summary>
/// <param name="SourceLine">Line of the imported file, the first being 1; the row number in a workbook.</param>
/// <param name="Declaration">In one spelling; with flow and line number it is what the line is known by.</param>
/// <param name="ValueCents">USD cents.</param>
/// <param name="AmountHundredths">What the file said where it was another currency.</param>
/// <param name="Currency">ISO 4217; null where the file said USD.</param>
public sealed record LedgerLine(
    long SourceLine,
    bool Import,
    string Declaration,
    int LineNumber,
    DateOnly Day,
    string Exporter,
    string HsCode,
    string Country,
    long ValueCents,
    long WeightGrams,
    long AmountHundredths = 0,
    string? Currency = null
)
{
    public int SolarYear => SolarCalendar.YearOf(Day.DayNumber);
}
