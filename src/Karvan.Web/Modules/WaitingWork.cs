using Karvan.Core.Accounts;
using Karvan.Web.Words;

namespace Karvan.Web.Modules;

/// <summary>Something that waits for the person who looks.</summary>
/// <param name="Text">Says what, with its number.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Urgent">Whether somebody else waits for it.</param>
public sealed record WaitingWork(Said Text, string Href, bool Urgent = true);

/// <summary>What waits in one room of Karvan; the start page asks every room.</summary>
public interface IRoomWork
{
    /// <summary>Nothing for whom nothing waits; asked of signed-in people only.</summary>
    Task<IReadOnlyList<WaitingWork>> Find(Actor actor, CancellationToken cancellation);
}
