using System.Globalization;
using Karvan.Platform.Fields;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Fields;

/// <summary>Values of a described field in the reader's words: to choose from, as they were sent, as they are saved.</summary>
internal static class FieldWords
{
    private const char Between = ',';

    /// <returns>Null where nothing is chosen, or the page alone knows from what.</returns>
    public static IReadOnlyList<FieldChoice>? Choices(FieldDescription field, PageTexts words) =>
        field.Kind switch
        {
            FieldKind.Choice =>
            [
                .. Enum.GetNames(field.ValueType)
                    .Select(n => new FieldChoice(n, words[field.Values + n])),
            ],
            _ when field.Kind.IsListed() => CodeNames.Choices(field.Kind, words),
            _ => null,
        };

    /// <summary>What a form sent, for a reader who compares it.</summary>
    /// <param name="choices">Where the page alone knows them.</param>
    public static Said Sent(
        FieldDescription field,
        string sent,
        IReadOnlyList<FieldChoice>? choices,
        PageTexts words
    ) =>
        field.Kind is FieldKind.Choice or FieldKind.Codes || field.Kind.IsListed()
            ? PageTexts.Name(
                string.Join(
                    '\n',
                    Apart([sent])
                        .Select(s =>
                            choices?.FirstOrDefault(c => c.Value == s)?.Text.Bare
                            ?? Of(field, s, words).Bare
                        )
                )
            )
            : Of(field, sent, words);

    /// <summary>What is saved, among the facts of its record.</summary>
    public static Said Saved(FieldDescription field, object? value, PageTexts words) =>
        value switch
        {
            null or "" => words["field.none"],
            DateOnly day => words.Day(day),
            bool yes => YesNo(yes, words),
            Enum one => words[field.Values + one],
            int or long or decimal => Said.Straight(
                words.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            ),
            _ => Of(field, $"{value}", words),
        };

    /// <summary>What the record of changes kept of a value.</summary>
    public static Said Recorded(FieldDescription field, string kept, PageTexts words) =>
        field.Kind is FieldKind.Day
        && DateOnly.TryParseExact(
            kept,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? words.Day(day)
            : Of(field, kept, words);

    /// <summary>The answers of a field with several, as one value.</summary>
    public static string Together(IEnumerable<string> answers) =>
        string.Join(Between, answers.Order(StringComparer.Ordinal));

    /// <returns>The answers again, whether they came one by one or together.</returns>
    public static List<string> Apart(IEnumerable<string?> sent) =>
        [
            .. sent.SelectMany(s =>
                    (s ?? "").Split(
                        Between,
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                )
                .Distinct(StringComparer.Ordinal),
        ];

    private static Said Of(FieldDescription field, string value, PageTexts words) =>
        field.Kind switch
        {
            FieldKind.YesNo => YesNo(
                string.Equals(value, "true", StringComparison.OrdinalIgnoreCase),
                words
            ),
            FieldKind.Choice when words.Has(field.Values + value) => words[field.Values + value],
            FieldKind.Number or FieldKind.Digits or FieldKind.Day or FieldKind.Phone =>
                PageTexts.Name(words.Typed(value)),
            _ when field.Kind.IsListed() => PageTexts.Name(CodeNames.Of(field.Kind, value, words)),
            _ => PageTexts.Name(value),
        };

    private static Said YesNo(bool yes, PageTexts words) => words[yes ? "field.yes" : "field.no"];
}
