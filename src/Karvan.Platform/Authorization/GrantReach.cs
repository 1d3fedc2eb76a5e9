using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;

namespace Karvan.Platform.Authorization;

/// <summary>
/// What an administrator may give and take: nothing beyond their own body and provinces, and nobody may touch the
/// account of somebody who holds more than that.
/// </summary>
public static class GrantReach
{
    /// <summary>Whether one grant lies within what somebody administers.</summary>
    public static bool MayGive(Actor actor, Role role, Body body, Provinces provinces) =>
        role.IsStaff()
        && (provinces.All || provinces.Codes.Count > 0)
        && Holds(actor).Any(held => Within(held, body, provinces));

    /// <summary>Whether somebody's account may be kept by this administrator: every role of staff in it lies within theirs.</summary>
    /// <param name="firms">The provinces of the firms the person acts for.</param>
    public static bool MayKeep(
        Actor actor,
        IReadOnlyCollection<Grant> grants,
        IReadOnlyCollection<string> firms
    )
    {
        var staff = grants.Where(g => g.Role.IsStaff()).ToList();
        if (staff.Count > 0)
        {
            return staff.TrueForAll(g => MayGive(actor, g.Role, g.Body, g.Provinces));
        }
        return IsNational(actor)
            || Holds(actor).Any(held => firms.Any(p => held.Provinces.Contains(p)));
    }

    /// <summary>A record of several provinces as one of each, or of the whole country: to reach it is to reach all of them.</summary>
    public static IReadOnlyList<Subject> SubjectsOf(
        Subject subject,
        Body body,
        Provinces provinces
    ) =>
        provinces.All
            ? [subject with { Body = body, Province = null }]
            : [.. provinces.Codes.Select(p => subject with { Body = body, Province = p })];

    /// <summary>Through what somebody's account is reached by who may keep it; see <see cref="MayKeep"/>.</summary>
    /// <param name="firms">The provinces of the firms the person acts for.</param>
    public static IReadOnlyList<Subject> Through(
        Actor actor,
        Subject person,
        IReadOnlyCollection<Grant> grants,
        IReadOnlyCollection<string> firms
    )
    {
        var staff = grants.Where(g => g.Role.IsStaff()).ToList();
        if (staff.Count > 0)
        {
            return [.. staff.SelectMany(g => SubjectsOf(person, g.Body, g.Provinces))];
        }
        var held = Of(actor);
        return
        [
            person with
            {
                Province = IsNational(actor) ? null : firms.FirstOrDefault(held.Contains),
                PersonId = null,
            },
        ];
    }

    /// <summary>The whole country, for both bodies.</summary>
    public static bool IsNational(Actor actor) =>
        actor.IsSystem
        || Holds(actor).Any(held => held is { Body: Body.Shared, Provinces.All: true });

    /// <summary>The provinces somebody administers, for whichever body.</summary>
    public static Provinces Of(Actor actor) =>
        actor.IsSystem
            ? Provinces.Country
            : Holds(actor).Aggregate(Provinces.None, (all, g) => all.With(g.Provinces));

    private static IEnumerable<Grant> Holds(Actor actor) =>
        actor.IsSystem
            ? [Grant.OfStaff(Guid.Empty, Role.Administrator, Body.Shared, Provinces.Country)]
            : actor.Grants.Where(g => PlatformActs.ManageGrants.Permits.Any(p => p.Role == g.Role));

    /// <summary>A shared grant holds for both bodies: it takes a shared one to give it.</summary>
    private static bool Within(Grant held, Body body, Provinces provinces) =>
        (held.Body is Body.Shared || held.Body == body)
        && (held.Provinces.All || (!provinces.All && provinces.Codes.All(held.Provinces.Contains)));
}
