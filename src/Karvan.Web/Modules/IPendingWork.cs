using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>Things of one kind that wait.</summary>
/// <param name="Kind">What each of them is, in a few words.</param>
/// <param name="Oldest">Those that have waited longest, <see cref="Most"/> at most.</param>
/// <param name="Total">How many there are.</param>
/// <param name="AllHref">The list that shows all of them.</param>
public sealed record PendingWork(
    Said Kind,
    IReadOnlyList<PendingRecord> Oldest,
    int Total,
    string AllHref
)
{
    /// <summary>How many of a kind the start page takes.</summary>
    public const int Most = 8;

    /// <summary>The person who looks waits for somebody else.</summary>
    public bool IsWithOthers { get; init; }

    /// <summary>A single thing, which is its own list.</summary>
    public static PendingWork Of(Said kind, PendingRecord only) => new(kind, [only], 1, only.Href);
}

/// <param name="Name">As people call it.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Since">From when on it waits; UTC.</param>
public sealed record PendingRecord(Said Name, string Href, DateTime Since);

/// <summary>Finds what waits in one part of a module. Every implementation is found; the start page asks all of them.</summary>
public interface IPendingWork
{
    /// <summary>Nothing for whom nothing waits; asked of signed-in people only.</summary>
    Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation);
}
