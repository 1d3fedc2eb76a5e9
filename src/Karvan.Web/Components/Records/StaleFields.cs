using System.Globalization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Karvan.Web.Components.Records;

/// <summary>Two versions of one form, field by field as they are described, for the page of a stale edit.</summary>
internal static class StaleFields
{
    /// <param name="prefix">The name of the form in its page.</param>
    /// <param name="saved">The last change of the record; the zero of time for none.</param>
    /// <param name="version">Of the record now.</param>
    /// <param name="yours">What was typed.</param>
    /// <param name="theirs">What is saved now.</param>
    /// <param name="choices">What the page alone knows to choose from, by the name of the field.</param>
    public static StaleEdit Of<TForm>(
        PageModel page,
        string prefix,
        (string By, DateTime At) saved,
        int? version,
        TForm yours,
        TForm theirs,
        PageTexts words,
        IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>>? choices = null
    )
        where TForm : notnull
    {
        IEnumerable<SentField> Fields(TForm form) =>
            SentField.Of(form, choices ?? SentField.NoChoices, page.MetadataProvider, words);
        var left = Fields(theirs).ToDictionary(f => f.Name, StringComparer.Ordinal);
        var (different, same) = (new List<StaleField>(), new List<(string, string)>());
        foreach (var typed in Fields(yours))
        {
            var kept = left.Remove(typed.Name, out var known) ? known : Nothing(typed);
            if (string.Equals(Plain(kept.Text), Plain(typed.Text), StringComparison.Ordinal))
            {
                same.Add(($"{prefix}.{typed.Name}", typed.Text));
            }
            else
            {
                different.Add(Both(prefix, typed, kept));
            }
        }
        // Rows that were added meanwhile.
        different.AddRange(
            left.Values.Where(f => f.Text.Length > 0).Select(f => Both(prefix, Nothing(f), f))
        );
        return new StaleEdit(
            saved.By,
            new DateTimeOffset(saved.At, TimeSpan.Zero),
            "Version",
            version?.ToString(CultureInfo.InvariantCulture) ?? "",
            different,
            same
        );
    }

    private static SentField Nothing(SentField like) =>
        like with
        {
            Text = "",
            Shown = PageTexts.Name(""),
        };

    private static StaleField Both(string prefix, SentField yours, SentField theirs) =>
        new(
            $"{prefix}.{yours.Name}",
            yours.Label,
            new StaleValue(yours.Text, yours.Shown),
            new StaleValue(theirs.Text, theirs.Shown)
        );

    /// <summary>Browsers end the lines of a long field in their own way.</summary>
    private static string Plain(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
