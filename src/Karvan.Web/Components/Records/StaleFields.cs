using System.Globalization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Components.Records;

/// <summary>Two versions of one form, field by field, for the page of a stale edit.</summary>
internal static class StaleFields
{
    private const char Between = ',';

    /// <param name="prefix">What stands before the names of the fields in the form.</param>
    /// <param name="yours">What was typed.</param>
    /// <param name="theirs">What is saved now, the same fields in the same order.</param>
    /// <param name="shown">How a value of a named field is written for the reader; without it as it was typed.</param>
    public static ViewResult Result(
        PageModel page,
        string prefix,
        (string By, DateTimeOffset At) saved,
        int version,
        IEnumerable<(string Name, string LabelKey, string Text)> yours,
        IEnumerable<(string Name, string LabelKey, string Text)> theirs,
        PageTexts words,
        Func<string, string, Said>? shown = null
    )
    {
        var write = shown ?? ((_, text) => PageTexts.Name(text));
        var both = yours.Zip(theirs).ToList();
        return new StaleEdit(
            saved.By,
            saved.At,
            "Version",
            version.ToString(CultureInfo.InvariantCulture),
            [
                .. both.Where(b => !Same(b.First.Text, b.Second.Text))
                    .Select(b => new StaleField(
                        prefix + b.First.Name,
                        words[b.First.LabelKey],
                        new StaleValue(b.First.Text, write(b.First.Name, b.First.Text)),
                        new StaleValue(b.Second.Text, write(b.First.Name, b.Second.Text))
                    )),
            ],
            [
                .. both.Where(b => Same(b.First.Text, b.Second.Text))
                    .Select(b => (prefix + b.First.Name, b.First.Text)),
            ]
        ).Result(page);
    }

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

    private static bool Same(string one, string other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>Browsers end the lines of a long field in their own way.</summary>
    private static string Plain(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
