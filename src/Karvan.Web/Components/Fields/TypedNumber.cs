using Karvan.Platform.Values;
using Karvan.Trade.Fields;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// Numbers as they are typed: digits of either set, with or without separators of thousands. What cannot be said exactly is
/// refused, not rounded.
/// </summary>
internal static class TypedNumber
{
    private const int CentDecimals = 2;
    private const int GramDecimals = 3;
    private const int HundredthDecimals = 2;

    /// <summary>Of dollars.</summary>
    public static long? Cents(string? typed) =>
        Read(typed, CentDecimals, NumberField.LargestAmount);

    /// <summary>Of kilograms.</summary>
    public static long? Grams(string? typed) =>
        Read(typed, GramDecimals, NumberField.LargestAmount);

    /// <summary>Of points and of counts; none above the largest.</summary>
    public static int? Hundredths(string? typed, int largest = int.MaxValue / 100) =>
        (int?)Read(typed, HundredthDecimals, largest);

    /// <summary>An integer of 10^−<paramref name="decimals"/>.</summary>
    /// <param name="largest">The largest number that is taken, in whole units.</param>
    /// <returns>Null where nothing was typed, or no such number.</returns>
    public static long? Read(string? typed, int decimals, long largest)
    {
        var text = PersianText
            .LatinDigits(typed ?? "")
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace('٫', '.')
            .Trim();
        return NumberField.Read(text, decimals, largest, out var value) is Fault.None
            ? value
            : null;
    }
}
