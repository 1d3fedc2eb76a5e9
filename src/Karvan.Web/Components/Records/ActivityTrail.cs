using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Records;

/// <summary>What happened to a record, the latest first.</summary>
public sealed record ActivityTrail(IReadOnlyList<Activity> Activities);

/// <param name="Actor">Null for what Karvan did by itself.</param>
/// <param name="What">The sentence for it.</param>
/// <param name="Remark">What the actor wrote.</param>
/// <param name="Changes">Fields with what stood there before and after.</param>
public sealed record Activity(
    DateTimeOffset At,
    string? Actor,
    Said What,
    string? Remark = null,
    IReadOnlyList<ShownChange>? Changes = null
);

public sealed record ShownChange(Said Field, Said? Before, Said? After);
