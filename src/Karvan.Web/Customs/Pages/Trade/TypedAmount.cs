using Karvan.Platform.Values;
using Karvan.Trade.Fields;

namespace Karvan.Web.Customs.Pages.Trade;

/// <summary>Amounts as they are typed: digits of either set, with or without separators of thousands.</summary>
internal static class TypedAmount
{
    private const int CentDecimals = 2;
    private const int GramDecimals = 3;

    /// <summary>Of dollars.</summary>
    public static long? Cents(string? typed) => Read(typed, CentDecimals);

    /// <summary>Of kilograms.</summary>
    public static long? Grams(string? typed) => Read(typed, GramDecimals);

    private static long? Read(string? typed, int decimals)
    {
        var text = PersianText
            .LatinDigits(typed ?? "")
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace('٫', '.')
            .Trim();
        return
            NumberField.Read(text, decimals, NumberField.LargestAmount, out var value) is Fault.None
            ? value
            : null;
    }
}
