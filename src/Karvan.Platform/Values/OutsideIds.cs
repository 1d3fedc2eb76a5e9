using Karvan.Trade.Fields;

namespace Karvan.Platform.Values;

/// <summary>A firm's legal id (شناسه ملی): 11 digits, the last of which checks the others.</summary>
public readonly record struct LegalId
{
    private LegalId(string digits) => Digits = digits;

    public string Digits { get; }

    /// <param name="typed">Any set of digits; blanks and dashes between them are overlooked.</param>
    public static bool TryParse(string? typed, out LegalId id)
    {
        var digits = IdDigits.Of(typed);
        id = new LegalId(digits);
        return digits.Length == CheckDigit.LegalIdLength && CheckDigit.Holds(digits);
    }

    public override string ToString() => Digits;
}

/// <summary>A person's national code (کد ملی): 10 digits, the last of which checks the others.</summary>
public readonly record struct NationalCode
{
    private NationalCode(string digits) => Digits = digits;

    public string Digits { get; }

    /// <param name="typed">Any set of digits; blanks and dashes between them are overlooked.</param>
    public static bool TryParse(string? typed, out NationalCode code)
    {
        var digits = IdDigits.Of(typed);
        code = new NationalCode(digits);
        return digits.Length == CheckDigit.NationalCodeLength && CheckDigit.Holds(digits);
    }

    public override string ToString() => Digits;
}

internal static class IdDigits
{
    /// <summary>Latin digits; empty when anything but digits, blanks and dashes was typed.</summary>
    public static string Of(string? typed)
    {
        var plain = PersianText.LatinDigits(typed ?? "");
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        var known = plain.All(c =>
            char.IsAsciiDigit(c)
            || char.IsWhiteSpace(c)
            || c is '-' or '\u200C' or '\u200E' or '\u200F'
        );
        return known ? digits : "";
    }
}
