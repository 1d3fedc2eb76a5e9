using Karvan.Platform.People;

namespace Karvan.Platform.Authorization;

/// <summary>The records of one kind that somebody may see: part of every query, so that a page cannot forget it.</summary>
/// <param name="All">The whole country.</param>
public sealed record Scope(
    bool All,
    IReadOnlyList<string> Provinces,
    IReadOnlyList<Guid> Enterprises,
    Guid? Person
)
{
    /// <summary>The same firms, to be compared with a record that may be of none.</summary>
    public IReadOnlyList<Guid?> Firms { get; } = [.. Enterprises.Select(e => (Guid?)e)];

    public static Scope Nothing { get; } = new(false, [], [], null);

    public static Scope Everything { get; } = new(true, [], [], null);
}
