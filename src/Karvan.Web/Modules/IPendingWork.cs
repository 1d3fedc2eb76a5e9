using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <summary>Something that waits for the person who looks.</summary>
/// <param name="Text">Says what, with its number.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Urgent">Whether somebody else waits for it.</param>
public sealed record PendingWork(Said Text, string Href, bool Urgent = true);

/// <summary>Finds what waits in one part of a module; the start page asks all of them.</summary>
public interface IPendingWork
{
    /// <summary>Nothing for whom nothing waits; asked of signed-in people only.</summary>
    Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation);
}
