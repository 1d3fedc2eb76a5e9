using System.Globalization;
using Karvan.Web.Parts.Records;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Pages;

/// <summary>Two versions of one form, field by field, for the page of a stale edit.</summary>
internal static class StaleFields
{
    /// <param name="prefix">What stands before the names of the fields in the form.</param>
    /// <param name="yours">What was typed.</param>
    /// <param name="theirs">What is saved now, the same fields in the same order.</param>
    public static ViewResult Result(
        PageModel page,
        string prefix,
        (string By, DateTimeOffset At) saved,
        int version,
        IEnumerable<(string Name, string LabelKey, string Text)> yours,
        IEnumerable<(string Name, string LabelKey, string Text)> theirs,
        PageWords words
    )
    {
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
                        Value(b.First.Text),
                        Value(b.Second.Text)
                    )),
            ],
            [
                .. both.Where(b => Same(b.First.Text, b.Second.Text))
                    .Select(b => (prefix + b.First.Name, b.First.Text)),
            ]
        ).Result(page);
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.Ordinal);

    private static StaleValue Value(string text) => new(text, PageWords.Name(text));
}
