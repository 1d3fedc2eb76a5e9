using System.Buffers;

namespace Karvan.Trade.Files;

/// <summary>
/// A text as a cell of a CSV file: quoted where RFC 4180 asks for it, and with an apostrophe before what a spreadsheet would
/// take for a formula.
/// </summary>
public static class CsvCell
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(
        "0123456789.,"
    );

    /// <param name="numbers">Whether a number with a sign stands as it is, though it begins as a formula does.</param>
    public static string Of(string text, bool numbers = false)
    {
        var safe =
            text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
            && !(numbers && IsSignedNumber(text))
                ? "'" + text
                : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    private static bool IsSignedNumber(string text) =>
        text is ['+' or '-', _, ..] && !text.AsSpan(1).ContainsAnyExcept(NumberCharacters);
}
