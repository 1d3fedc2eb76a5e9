using Karvan.Platform.Persistence;
using Karvan.Platform.Values;

namespace Karvan.Platform.Authorization;

/// <summary>The one question: may this person do this to this record? Default: no.</summary>
public static class Access
{
    public static bool Allows(Actor actor, Act act, Subject subject) =>
        actor.IsSystem
        || act.Permits.Any(permit =>
            permit.HoldsIn(subject.State) && Reaches(actor, permit, subject)
        );

    /// <summary>Whether somebody may do this to any record at all: what navigation shows.</summary>
    public static bool AllowsSome(Actor actor, Act act) =>
        actor.IsSystem
        || act.Permits.Any(permit =>
            permit.Role is null
                ? permit.Reach is not Reach.OwnPerson || actor.PersonId is not null
                : actor.Grants.Any(g => Fits(g, permit))
        );

    /// <summary>The records of a body to which <see cref="Allows"/> says yes, for a query.</summary>
    /// <param name="state">Of records in this state; null for those in which only permits without a state hold.</param>
    public static Scope ScopeOf(Actor actor, Act act, Body body, string? state = null)
    {
        if (actor.IsSystem)
        {
            return Scope.Everything;
        }
        var provinces = Provinces.None;
        var enterprises = new List<Guid>();
        Guid? person = null;
        foreach (var permit in act.Permits.Where(p => p.HoldsIn(state)))
        {
            if (permit.Role is null)
            {
                if (permit.Reach is Reach.OwnProvinces)
                {
                    return Scope.Everything;
                }
                person = actor.PersonId;
                continue;
            }
            foreach (var grant in actor.Grants.Where(g => Fits(g, permit) && IsOf(g, body)))
            {
                switch (permit.Reach)
                {
                    case Reach.OwnProvinces:
                        provinces = provinces.With(grant.Provinces);
                        break;
                    case Reach.OwnFirm
                        when grant.EnterpriseId is { } firm && firm == actor.ActingFor:
                        enterprises.Add(firm);
                        break;
                    case Reach.OwnPerson:
                        person = actor.PersonId;
                        break;
                }
            }
        }
        return new Scope(provinces.All, provinces.Codes, enterprises, person);
    }

    private static bool Reaches(Actor actor, Permit permit, Subject subject)
    {
        if (permit.Role is null)
        {
            return permit.Reach is Reach.OwnProvinces || IsOwn(actor, subject);
        }
        return actor.Grants.Any(grant =>
            Fits(grant, permit)
            && IsOf(grant, subject.Body)
            && permit.Reach switch
            {
                Reach.OwnProvinces => subject.Province is { } province
                    ? grant.Provinces.Contains(province)
                    : grant.Provinces.All,
                Reach.OwnFirm => grant.EnterpriseId is { } firm
                    && firm == actor.ActingFor
                    && firm == subject.EnterpriseId,
                _ => IsOwn(actor, subject),
            }
        );
    }

    private static bool IsOwn(Actor actor, Subject subject) =>
        actor.PersonId is { } person
        && (subject.PersonId == person || (subject.PersonId is null && subject.Id is null));

    /// <summary>Shared records are both bodies', and a shared grant holds for both.</summary>
    private static bool IsOf(Grant grant, Body body) =>
        body is Body.Shared || grant.Body is Body.Shared || grant.Body == body;

    private static bool Fits(Grant grant, Permit permit) =>
        grant.Role == permit.Role
        && (permit.Body is null || grant.Body == permit.Body)
        && (permit.HoldsForClaims || !grant.IsClaim);
}
