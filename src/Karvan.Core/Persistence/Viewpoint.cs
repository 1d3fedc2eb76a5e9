using Karvan.Core.Accounts;
using Karvan.Core.Values;

namespace Karvan.Core.Persistence;

/// <summary>What of each kind of record somebody may see.</summary>
public sealed record Viewpoint(
    Scope Enterprises,
    Scope Promoters,
    Scope Consortia,
    Scope Customs,
    Scope Trade,
    Scope Jobs
)
{
    /// <summary>The name of the query filters that carry it.</summary>
    public const string Seen = "seen";

    public static Viewpoint Blind { get; } =
        new(
            Scope.Nothing,
            Scope.Nothing,
            Scope.Nothing,
            Scope.Nothing,
            Scope.Nothing,
            Scope.Nothing
        );

    public static Viewpoint Of(Actor actor) =>
        new(
            Access.ScopeOf(actor, Act.ReadEnterprise, Body.Shared),
            Access.ScopeOf(actor, Act.ReadPromoter, Body.SmallIndustries),
            Access.ScopeOf(actor, Act.ReadConsortium, Body.SmallIndustries),
            Access.ScopeOf(actor, Act.ReadCustoms, Body.Shared),
            Access.ScopeOf(actor, Act.ReadTrade, Body.Shared),
            Access.ScopeOf(actor, Act.ReadJobs, Body.Shared)
        );
}
