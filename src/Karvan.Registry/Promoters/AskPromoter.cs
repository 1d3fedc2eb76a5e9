using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>An expert asks about an application: it goes back to its author, who answers in it and sends it in again.</summary>
public sealed class AskPromoter(
    KarvanContext db,
    IPromoterLetters letters,
    Changes changes,
    TimeProvider clock
)
{
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid id,
        int version,
        string? question,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(cancellation);
        var promoter = await db.FindPromoter(id, cancellation);
        if (promoter is null)
        {
            return PromoterRefusal.NotFound;
        }
        if (promoter.PersonId == db.Author.PersonId)
        {
            return PromoterRefusal.OwnApplication;
        }
        if (promoter.Version != version)
        {
            return PromoterRefusal.Stale;
        }
        if (promoter.Ask(question) is { } refusal)
        {
            return refusal;
        }
        await db.Tell(
            promoter.PersonId,
            person => letters.About(person, PromoterState.Asked, promoter.Remark),
            clock.GetUtcNow().UtcDateTime,
            cancellation
        );
        return await change.CommitOrStale(db, "PromoterAsked", promoter, cancellation) is { } late
            ? late
            : promoter;
    }
}
