using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Who asks in this request, and through it what the database shows: set once, before anything else looks.</summary>
public sealed class CurrentActor(KarvanContext db, TimeProvider clock)
{
    /// <summary>A session is noted as seen at most this often.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(5);

    /// <summary>Then everybody shows anew who they are.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public Actor Value { get; private set; } = Actor.Public;

    public Guid? SessionId { get; private set; }

    /// <summary>
    /// Staff who have not set up their second factor yet: they hold no grant in this request, and every page but the one
    /// that sets it up sends them there.
    /// </summary>
    public bool NeedsSecondFactor { get; private set; }

    /// <summary>How many notices they have not seen yet.</summary>
    public int NewNotices { get; private set; }

    public void Be(Actor actor)
    {
        Value = actor;
        db.SeeAs(actor);
    }

    /// <returns>False when the session is over, and its cookie worth nothing.</returns>
    public async Task<bool> Resume(Guid session, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await ResumedSession.Find(db, session, now - Longest, cancellation);
        if (found is null)
        {
            return false;
        }
        // The stand-in page of the demo asks for nothing, and so for no second factor.
        NeedsSecondFactor =
            !found.Session.StandIn
            && !found.HasSecondFactor
            && found.Grants.Exists(g => g.Role.IsStaff());
        Be(
            Actor.Of(
                found.Session.PersonId,
                found.FullName,
                NeedsSecondFactor ? [] : found.Grants,
                found.Session.ActingFor
            )
        );
        (SessionId, NewNotices) = (session, found.NewNotices);
        if (now - found.Session.SeenAt > Seldom)
        {
            await db
                .Sessions.Where(s => s.Id == session)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellation);
        }
        return true;
    }
}
