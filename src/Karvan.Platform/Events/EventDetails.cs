using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Karvan.Platform.Events;

/// <summary>The details that the record of changes keeps of an event: its properties by name, without those that are not recorded.</summary>
internal static class EventDetails
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Recorded = new();

    public static IReadOnlyDictionary<string, string> Of(DomainEvent happened)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Recorded.GetOrAdd(happened.GetType(), RecordedOf))
        {
            if (Text(property.GetValue(happened)) is { } text)
            {
                details[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = text;
            }
        }
        return details;
    }

    /// <summary>In the order in which the event declares them; those of its base types after its own.</summary>
    private static PropertyInfo[] RecordedOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetCustomAttribute<NotRecordedAttribute>(inherit: true) is null)
                .Where(p => p.GetMethod?.GetBaseDefinition().DeclaringType != typeof(DomainEvent)),
        ];

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
