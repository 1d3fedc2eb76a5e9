using System.Globalization;
using Karvan.Platform.Events;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Fields;
using Karvan.Web.Modules;
using Karvan.Web.Words;

namespace Karvan.Web.Platform.Events;

/// <summary>Values of the record in words: it keeps codes and names of states, and a reader knows neither.</summary>
internal static class EventValues
{
    /// <returns>Null for no value; what was saved, where there are no words for it.</returns>
    public static Said? Of(FieldChange change, string? value, PageWords words) =>
        value switch
        {
            null => null,
            "True" => words["reference.yes"],
            "False" => words["reference.no"],
            _ when change.Field is "Country" => PageWords.Name(PlaceNames.Country(value, words)),
            _ when change.Field is "Province" or "Provinces" or "Serves" => Provinces(value, words),
            _ when DayOf(value) is { } day => words.Day(day),
            _ => Known(change, value, words) ?? PageWords.Name(value),
        };

    private static Said? Known(FieldChange change, string value, PageWords words) =>
        new[] { $"{change.Record}.{change.Field}", change.Field }
            .Select(field => WebModules.Values.GetValueOrDefault(field))
            .OfType<ValueWords>()
            .Select(field => field.KeyStart + value)
            .Where(words.Has)
            .Select(key => (Said?)words[key])
            .FirstOrDefault();

    private static Said Provinces(string codes, PageWords words) =>
        PageWords.Name(
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
