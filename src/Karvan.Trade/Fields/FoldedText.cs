using System.Text;
using Karvan.Texts;

namespace Karvan.Trade.Fields;

/// <summary>
/// Brings a field to one spelling: Persian and Arabic digits become Latin ones. Texts that are compared are also
/// trimmed and lose their case. Bytes that are not UTF-8 are refused, never replaced.
/// </summary>
public static class FoldedText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <returns>The text with Latin digits, untrimmed; null when the bytes are not UTF-8.</returns>
    public static string? Digits(ReadOnlySpan<byte> utf8) =>
        Strictly(utf8) is { } text ? Numerals.Latin(text) : null;

    /// <returns>The text as it stands; null when the bytes are not UTF-8.</returns>
    public static string? Strictly(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>What two texts are compared by: Latin digits, trimmed, lower case, Persian ی and ک.</summary>
    public static string Compared(string text) =>
        Numerals
            .Latin(text)
            .Trim()
            .ToLowerInvariant()
            .Replace('\u064A', '\u06CC')
            .Replace('\u0643', '\u06A9');
}
