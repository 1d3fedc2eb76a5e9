using System.Text;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Mapping.Words;

/// <summary>
/// What words of a file are compared by: as <see cref="FoldedText.Compared"/>, and without blanks of any kind, joiners,
/// marks of direction, vowel signs and lengthening, which the same word has in one file and not in the other.
/// </summary>
internal static class ComparedWord
{
    private const char Lengthening = '\u0640';

    public static string Of(string text)
    {
        var folded = FoldedText.Compared(text);
        var kept = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (!IsIgnored(c))
            {
                kept.Append(Plain(c));
            }
        }
        return kept.ToString();
    }

    /// <summary>As <see cref="Of"/>, and without punctuation: <c>HS_Code</c> and <c>hs-code:</c> are one word to a guess.</summary>
    public static string Loosely(string text) =>
        string.Concat(Of(text).Where(c => char.IsLetterOrDigit(c)));

    /// <summary>Blanks and what is not seen.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c)
        || c
            is (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2069')
                or '\uFEFF';

    private static bool IsIgnored(char c) =>
        IsBlank(c) || c is Lengthening or (>= '\u064B' and <= '\u0652');

    private static char Plain(char c) =>
        c switch
        {
            '\u0623' or '\u0625' => '\u0627',
            '\u0629' or '\u06C0' => '\u0647',
            '\u0649' => '\u06CC',
            _ => c,
        };
}
