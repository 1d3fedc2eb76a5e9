using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>Sends somebody's own application in, for the first time or in answer to a question.</summary>
public sealed class SubmitApplication(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="answer">To the question of an expert, where one was asked.</param>
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid person,
        int version,
        string? answer = null,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(RegistryActs.ApplyAsPromoter, cancellation);
        var application = await db
            .Promoters.WithAnswers()
            .SingleOrDefaultAsync(p => p.PersonId == person && p.ClosedAt == null, cancellation);
        if (application is null)
        {
            return PromoterRefusal.NotFound;
        }
        if (application.Version != version)
        {
            return PromoterRefusal.Stale;
        }
        if (application.Submit(clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            return refusal;
        }
        return
            await change.CommitOrStale(
                db,
                new PromoterApplicationSubmitted(application.Subject, answer),
                cancellation
            )
                is { } late
            ? late
            : application;
    }
}
