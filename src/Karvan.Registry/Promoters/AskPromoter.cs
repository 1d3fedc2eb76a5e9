using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Promoters;

/// <summary>An expert asks about an application: it goes back to its author, who answers in it and sends it in again.</summary>
public sealed class AskPromoter(KarvanContext db, Changes changes)
{
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid id,
        int version,
        string? question,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(RegistryActs.InterviewPromoter, cancellation);
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
        return await change.CommitOrStale(db, new PromoterAsked(promoter), cancellation) is { } late
            ? late
            : promoter;
    }
}
