using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

/// <summary>Codes of an authenticator: six digits that change every 30 seconds (RFC 6238 with SHA-1, as every such program has it).</summary>
public static class TimeCode
{
    private const int Digits = 6;
    private const int SecondsInStep = 30;

    /// <summary>Clocks of phones are a little off: one step before and one after are taken too.</summary>
    private const int StepsAside = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step at which a code is right, and which it uses up; null when it is right at none of those near.</summary>
    /// <param name="secret">Base 32, as the authenticator holds it.</param>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var typed = PersianText
            .LatinDigits(code)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
        var present = now.ToUnixTimeSeconds() / SecondsInStep;
        for (var step = present + StepsAside; step >= present - StepsAside; step--)
        {
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(At(secret, step)),
                    Encoding.UTF8.GetBytes(typed)
                )
            )
            {
                return step;
            }
        }
        return null;
    }

    /// <summary>The code that an authenticator shows at this moment.</summary>
    public static string At(string secret, DateTimeOffset now) =>
        At(secret, now.ToUnixTimeSeconds() / SecondsInStep);

    /// <summary>What an authenticator reads from the drawing or the link.</summary>
    public static string Link(string secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}"
        + $"?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={SecondsInStep}";

    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "RFC 6238 as authenticators have it: an HMAC, which collisions of SHA-1 do not break."
    )]
    private static string At(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(secret), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var sign in base32)
        {
            bits = (bits << 5 | Base32.IndexOf(sign, StringComparison.Ordinal)) & 0xFFFF;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }
        return [.. bytes];
    }
}
