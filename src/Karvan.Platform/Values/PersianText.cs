using System.Text;
using Karvan.Texts;

namespace Karvan.Platform.Values;

/// <summary>
/// Persian words as people type them: two keyboards, three sets of digits, half-spaces here and there. One spelling for
/// looking up, one key for putting in order, and one for what is kept.
/// </summary>
public static class PersianText
{
    private const char HalfSpace = '\u200C';

    /// <summary>
    /// What a text is found by: its words in one spelling, then all of them joined, so that a half-space, a space or
    /// neither between two parts of a word find each other.
    /// </summary>
    public static string SearchKey(params IEnumerable<string?> texts)
    {
        var words = texts.SelectMany(Words).ToList();
        return words.Count == 0 ? "" : string.Join(' ', words) + " " + string.Concat(words);
    }

    /// <summary>The words somebody looks for; each must occur, in any order.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        Fold(text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One spelling: ي and ك as ی and ک, digits as Latin ones, no marks over letters, small Latin letters, half-spaces as spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in LatinDigits(text))
        {
            switch (letter)
            {
                case 'ي' or 'ى' or 'ئ':
                    folded.Append('ی');
                    break;
                case 'ك':
                    folded.Append('ک');
                    break;
                case 'ة' or 'ۀ':
                    folded.Append('ه');
                    break;
                case 'آ' or 'أ' or 'إ' or 'ٱ':
                    folded.Append('ا');
                    break;
                case 'ؤ':
                    folded.Append('و');
                    break;
                // Vowel marks and the stroke that stretches a word.
                case >= '\u064B' and <= '\u065F':
                case '\u0670' or '\u0640' or '\u200D' or '\u200E' or '\u200F':
                    break;
                case HalfSpace or '\u00A0':
                    folded.Append(' ');
                    break;
                default:
                    folded.Append(
                        char.IsPunctuation(letter) || char.IsWhiteSpace(letter)
                            ? ' '
                            : char.ToLowerInvariant(letter)
                    );
                    break;
            }
        }
        return folded.ToString();
    }

    /// <summary>Digits of any of the three sets as Latin ones; everything else as it stands.</summary>
    public static string LatinDigits(string text) => Numerals.Latin(text);

    /// <summary>
    /// Puts texts in the order of Persian, as ICU has it, when compared byte by byte: digits before letters, آ before ا, Persian
    /// before Latin.
    /// </summary>
    public static string SortKey(string text) => PersianOrder.Key(text.Trim());

    /// <summary>
    /// As names and other texts of people are kept, whichever keyboard they were typed on: ي and ك as ی and ک, and nothing
    /// else changed.
    /// </summary>
    public static string Spelled(string text) => text.Replace('ي', 'ی').Replace('ك', 'ک');
}
