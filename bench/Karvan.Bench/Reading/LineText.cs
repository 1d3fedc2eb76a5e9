using System.Globalization;

namespace Karvan.Bench.Reading;

/// <summary>Fields of a customs line as a plain program would read them, trusting the file.</summary>
internal static class LineText
{
    public const int Flow = 2;
    public const int Date = 3;
    public const int Exporter = 4;
    public const int Code = 5;
    public const int Country = 6;
    public const int Value = 7;
    public const int Weight = 8;

    private const int FirstGregorian = 1700;
    private const int Hs6 = 6;

    private static readonly PersianCalendar Solar = new();

    public static int SolarYear(string date)
    {
        var year = Integer(date.AsSpan(0, 4));
        return year < FirstGregorian
            ? year
            : Solar.GetYear(
                new DateTime(
                    year,
                    Integer(date.AsSpan(5, 2)),
                    Integer(date.AsSpan(8, 2)),
                    0,
                    0,
                    0,
                    DateTimeKind.Unspecified
                )
            );
    }

    public static int Good(string code) => Integer(code.AsSpan(0, Hs6));

    public static long Cents(decimal usd) => (long)(usd * 100);

    public static long Grams(decimal kilograms) => (long)(kilograms * 1000);

    private static int Integer(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    public static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
