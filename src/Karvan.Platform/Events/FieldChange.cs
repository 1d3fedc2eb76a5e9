using System.Text.Encodings.Web;
using System.Text.Json;
using Karvan.Platform.Recording;

namespace Karvan.Platform.Events;

/// <summary>One field of one record, before and after.</summary>
/// <param name="Before">Null where the record is new.</param>
/// <param name="After">Null where the record is gone.</param>
public sealed record FieldChange(
    string Record,
    string Id,
    string Field,
    string? Before,
    string? After
);

/// <summary>What an event holds besides who, when and what: words of the use case, and changed fields.</summary>
public sealed record EventContent(
    IReadOnlyDictionary<string, string> Details,
    IReadOnlyList<FieldChange> Changes
)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static EventContent Parse(string json) =>
        JsonSerializer.Deserialize<EventContent>(json, Options)
        ?? throw new JsonException("An event's content is null.");
}
