using System.Collections.Frozen;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Modules;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Platform.Events;

/// <summary>What describes the fields that the record of changes names by their record and name.</summary>
internal static class RecordedFields
{
    private static readonly Lazy<FrozenDictionary<string, Type>> Records = new(() =>
        ModuleCatalog
            .All.SelectMany(m => m.GetType().Assembly.GetTypes())
            .Where(t => t is { IsClass: true, IsNested: false, IsPublic: true })
            .ToFrozenDictionary(t => t.Name, StringComparer.Ordinal)
    );

    /// <returns>Null for a field that nobody types.</returns>
    public static FieldDescription? Of(FieldChange change) =>
        Records.Value.TryGetValue(change.Record, out var record)
            ? FieldDescription.Find(record, change.Field)
            : null;

    /// <summary>
    /// The words by which the trail beside a record names a field: its label, where no others stand under
    /// <c>event-field.RECORD.FIELD</c>. Null for one that a trail leaves out.
    /// </summary>
    public static Said? InTrail(FieldChange change, PageTexts words) =>
        Told(change, words) ?? (Of(change) is { Aside: false } field ? words[field.Label] : null);

    /// <summary>The words for a field wherever all are shown; its name where it has none.</summary>
    public static Said Name(FieldChange change, PageTexts words) =>
        InTrail(change, words)
        ?? (
            words.Has($"audit-field.{change.Field}") ? words[$"audit-field.{change.Field}"]
            : Of(change) is { } field ? words[field.Label]
            : PageTexts.Name($"{change.Record}.{change.Field}")
        );

    private static Said? Told(FieldChange change, PageTexts words) =>
        words.Has($"event-field.{change.Record}.{change.Field}")
            ? words[$"event-field.{change.Record}.{change.Field}"]
            : null;
}
