using Karvan.Texts;

namespace Karvan.Trade.Fields;

/// <summary>Dates of input files: four-digit year, two-digit month and day, with '-' or '/' twice.</summary>
public static class DateField
{
    public const int Length = 10;

    /// <param name="text">Digits already Latin.</param>
    public static Fault Read(ReadOnlySpan<char> text, out int dayNumber, out int solarYear)
    {
        (dayNumber, solarYear) = (0, 0);
        if (text.IsEmpty)
        {
            return Fault.Blank;
        }
        if (text.Length != Length || text[4] is not ('-' or '/') || text[7] != text[4])
        {
            return Fault.BadDate;
        }
        if (
            !Number(text[..4], out var year)
            || !Number(text[5..7], out var month)
            || !Number(text[8..], out var day)
        )
        {
            return Fault.BadDate;
        }
        return SolarCalendar.TryDay(year, month, day, out dayNumber, out solarYear)
            ? Fault.None
            : Fault.BadDate;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
            value = value * 10 + (digit - '0');
        }
        return true;
    }
}
