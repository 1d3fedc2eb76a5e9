using Karvan.Platform.Values;
using OtpNet;

namespace Karvan.Platform.Accounts;

/// <summary>Codes of an authenticator: six digits that change every 30 seconds (RFC 6238 with SHA-1, as every such program has it).</summary>
public static class TimeCode
{
    private const int Digits = 6;
    private const int SecondsInStep = 30;

    /// <summary>Clocks of phones are a little off: one step before and one after are taken too.</summary>
    private static readonly VerificationWindow Near = new(previous: 1, future: 1);

    /// <summary>The step at which a code is right, and which it uses up; null when it is right at none of those near.</summary>
    /// <param name="secret">Base 32, as the authenticator holds it.</param>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var typed = PersianText
            .LatinDigits(code)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        return Of(secret).VerifyTotp(now.UtcDateTime, typed, out var step, Near) ? step : null;
    }

    /// <summary>The code that an authenticator shows at this moment.</summary>
    public static string At(string secret, DateTimeOffset now) =>
        Of(secret).ComputeTotp(now.UtcDateTime);

    /// <summary>What an authenticator reads from the drawing or the link.</summary>
    public static string Link(string secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}"
        + $"?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={SecondsInStep}";

    private static Totp Of(string secret) =>
        new(Base32Encoding.ToBytes(secret), SecondsInStep, OtpHashMode.Sha1, Digits);
}
