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
    /// <summary>Fields that count changes or serve searching, by how they are called in every record.</summary>
    private static readonly string[] Counters = ["Version", "ListVersion"];

    /// <summary>Ends of the names of fields that are made of others.</summary>
    private static readonly string[] Derived = ["Key", "Hash", "Fingerprint"];

    /// <summary>Whether there is something in a change that says anything to a reader.</summary>
    public static bool IsReadable(FieldChange change, IReadOnlyDictionary<Guid, Said> names) =>
        !Counters.Contains(change.Field, StringComparer.Ordinal)
        && !Derived.Any(d => change.Field.EndsWith(d, StringComparison.Ordinal))
        && !change.Field.StartsWith("Normalized", StringComparison.Ordinal)
        && new[] { change.Before, change.After }.Any(v =>
            v is { Length: > 0 } && !IsBareId(v, names)
        );

    /// <summary>A value with names in place of ids.</summary>
    public static Said? Of(
        FieldChange change,
        string? value,
        IReadOnlyDictionary<Guid, Said> names,
        PageTexts words
    ) =>
        Guid.TryParse(value, out var id) ? names.GetValueOrDefault(id)
        : value is { Length: 0 } ? null
        : Of(change, value, words);

    /// <returns>Null for the id of a record without a name.</returns>
    public static Said? OfDetail(
        string value,
        IReadOnlyDictionary<Guid, Said> names,
        PageTexts words
    ) =>
        Guid.TryParse(value, out var id) ? names.GetValueOrDefault(id)
        : DayOf(value) is { } day ? words.Day(day)
        : PageTexts.Name(value);

    private static bool IsBareId(string value, IReadOnlyDictionary<Guid, Said> names) =>
        Guid.TryParse(value, out var id) && !names.ContainsKey(id);

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
            _ when MomentOf(value) is { } at => words.Moment(at),
            _ when ReadBy(change) is { } read => read.Words(value, words),
            // A structure that no module puts into words says nothing to a reader.
            _ when value[..Math.Min(1, value.Length)] is "{" or "[" => words["audit.structure"],
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

    private static ReadValue? ReadBy(FieldChange change) =>
        WebModules.ReadValues.GetValueOrDefault($"{change.Record}.{change.Field}");

    /// <summary>As the record of changes writes an instant.</summary>
    private static DateTimeOffset? MomentOf(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

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
