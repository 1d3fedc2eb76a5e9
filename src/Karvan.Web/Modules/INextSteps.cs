using Karvan.Platform.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Modules;

/// <param name="Name">What somebody can do now.</param>
/// <param name="Href">Where.</param>
public sealed record SuggestedStep(Said Name, string Href);

/// <summary>
/// What somebody can go on with in one part of a module, while nothing waits for them. Every implementation is found; the start
/// page asks all of them.
/// </summary>
public interface INextSteps
{
    /// <summary>Nothing for whom there is nothing; asked of signed-in people only.</summary>
    Task<IReadOnlyList<SuggestedStep>> Find(Actor actor, CancellationToken cancellation);
}
