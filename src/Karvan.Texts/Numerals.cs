using System.Globalization;

namespace Karvan.Texts;

/// <summary>Numbers as a language writes them, and the three sets of digits that people type.</summary>
public static class Numerals
{
    public const char PersianZero = '\u06F0';
    public const char ArabicZero = '\u0660';
    public const char PersianThousands = '\u066C';
    public const char PersianPoint = '\u066B';

    /// <summary>An exact number with separators and as many decimals as it has.</summary>
    public static string Number(this Language language, decimal number) =>
        language.Digits(
            number.ToString("#,##0.############################", CultureInfo.InvariantCulture)
        );

    /// <summary>A number with a fixed count of decimals, so that points stand under points.</summary>
    public static string Number(this Language language, decimal number, int decimals) =>
        language.Digits(number.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>A year: digits without separators.</summary>
    public static string Year(this Language language, int year) =>
        language.Digits(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number written with Latin digits and separators, in those of the language.</summary>
    public static string Digits(this Language language, string number) =>
        language is Language.English
            ? number
            : string.Create(
                number.Length,
                number,
                static (into, from) =>
                {
                    for (var i = 0; i < into.Length; i++)
                    {
                        into[i] = from[i] switch
                        {
                            ',' => PersianThousands,
                            '.' => PersianPoint,
                            var other => Persian(other),
                        };
                    }
                }
            );

    /// <summary>What was typed, or a text of ours: only digits change, punctuation stays.</summary>
    public static string Typed(this Language language, string text) =>
        language is Language.Persian && text.AsSpan().ContainsAnyInRange('0', '9')
            ? string.Concat(text.Select(Persian))
            : text;

    /// <summary>Digits of any of the three sets as Latin ones; everything else as it stands.</summary>
    public static string Latin(string text) =>
        text.AsSpan().ContainsAnyInRange(ArabicZero, (char)(PersianZero + 9))
            ? string.Create(
                text.Length,
                text,
                static (into, from) =>
                {
                    for (var i = 0; i < into.Length; i++)
                    {
                        into[i] = Latin(from[i]);
                    }
                }
            )
            : text;

    public static char Latin(char c) =>
        c switch
        {
            >= PersianZero and <= (char)(PersianZero + 9) => (char)('0' + (c - PersianZero)),
            >= ArabicZero and <= (char)(ArabicZero + 9) => (char)('0' + (c - ArabicZero)),
            _ => c,
        };

    private static char Persian(char c) =>
        c is >= '0' and <= '9' ? (char)(PersianZero + (c - '0')) : c;
}
