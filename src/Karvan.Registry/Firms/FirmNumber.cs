using Karvan.Platform.Values;

namespace Karvan.Registry.Firms;

/// <summary>The number by which a firm is known outside: a company's legal id, or the national code of a person who trades.</summary>
public static class FirmNumber
{
    /// <param name="typed">In any digits.</param>
    /// <returns>False where no check digit holds.</returns>
    public static bool TryParse(string? typed, out OutsideIdKind kind, out string digits)
    {
        if (LegalId.TryParse(typed, out var legal))
        {
            (kind, digits) = (OutsideIdKind.LegalId, legal.Digits);
            return true;
        }
        var natural = NationalCode.TryParse(typed, out var code);
        (kind, digits) = (OutsideIdKind.NationalCode, code.Digits ?? "");
        return natural;
    }
}
