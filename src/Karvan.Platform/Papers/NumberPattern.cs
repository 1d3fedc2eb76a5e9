using System.Globalization;
using Karvan.Platform.Values;

namespace Karvan.Platform.Papers;

/// <summary>
/// How a body writes the numbers that it counts, such as <c>[year]/ص/[number]</c>: the solar year in four digits or, as
/// <c>[yy]</c>, in two, and the number within it.
/// </summary>
public static class NumberPattern
{
    public const int Longest = 40;

    private const string NumberPlace = "[number]";
    private const string YearPlace = "[year]";
    private const string ShortYearPlace = "[yy]";
    private const int Century = 100;

    /// <summary>Whether it has one place for the number, and none that is not known.</summary>
    public static bool IsRight(string? pattern)
    {
        if (
            string.IsNullOrWhiteSpace(pattern)
            || pattern.Length > Longest
            || pattern.Split(NumberPlace).Length != 2
        )
        {
            return false;
        }
        var rest = pattern
            .Replace(NumberPlace, "", StringComparison.Ordinal)
            .Replace(YearPlace, "", StringComparison.Ordinal)
            .Replace(ShortYearPlace, "", StringComparison.Ordinal);
        return !rest.AsSpan().ContainsAny('[', ']');
    }

    public static string Fill(string pattern, int year, int number) =>
        pattern
            .Replace(NumberPlace, Text(number), StringComparison.Ordinal)
            .Replace(YearPlace, Text(year), StringComparison.Ordinal)
            .Replace(
                ShortYearPlace,
                (year % Century).ToString("00", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );

    /// <summary>Two spellings of one number are one number; marks between its parts count.</summary>
    public static string KeyOf(string number) =>
        string.Concat(
            number
                .Where(c => !char.IsWhiteSpace(c))
                .Select(c => char.IsLetterOrDigit(c) ? PersianText.Fold($"{c}") : $"{c}")
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
