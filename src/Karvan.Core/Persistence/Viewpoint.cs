using Karvan.Core.Accounts;

namespace Karvan.Core.Persistence;

/// <summary>What of each kind of record somebody may see.</summary>
public sealed record Viewpoint(Scope Enterprises)
{
    public static Viewpoint Blind { get; } = new(Scope.Nothing);

    public static Viewpoint Of(Actor actor) => new(Access.ScopeOf(actor, Act.ReadEnterprise));
}
