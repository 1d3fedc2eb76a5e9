using System.Globalization;
using Karvan.Platform.Events;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Events;

/// <summary>Values of the record in words: it keeps codes and names of states, and a reader knows neither.</summary>
internal static class EventValues
{
    /// <returns>Null for no value; what was saved, where there are no words for it.</returns>
    public static Said? Of(FieldChange change, string? value, PageTexts words) =>
        value switch
        {
            null => null,
            "True" => words["reference.yes"],
            "False" => words["reference.no"],
            _ when RecordedFields.Of(change) is { } field => FieldWords.Recorded(
                field,
                value,
                words
            ),
            _ when change.Field is "Country" => PageTexts.Name(PlaceNames.Country(value, words)),
            _ when change.Field is "Province" or "Provinces" or "Serves" => Provinces(value, words),
            _ when DayOf(value) is { } day => words.Day(day),
            _ => Known(change, value, words) ?? PageTexts.Name(value),
        };

    private static Said? Known(FieldChange change, string value, PageTexts words) =>
        new[] { $"{change.Record}.{change.Field}", change.Field }
            .Select(field => WebModules.Values.GetValueOrDefault(field))
            .OfType<ValueTexts>()
            .Select(field => field.KeyStart + value)
            .Where(words.Has)
            .Select(key => (Said?)words[key])
            .FirstOrDefault();

    private static Said Provinces(string codes, PageTexts words) =>
        PageTexts.Name(
            string.Join(
                words.IsPersian ? "، " : ", ",
                codes
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(code => ReferenceTable.Provinces.Name(code, words.Language))
            )
        );

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
