using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>Saves one page of somebody's own application, and begins the application with the first.</summary>
public sealed class SaveApplication(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="version">Of the application when the form was opened; null when there was none.</param>
    /// <param name="name">Of the person, for an application that begins.</param>
    public async Task<Outcome<Promoter, PromoterRefusal>> Run(
        Guid person,
        string name,
        int? version,
        PromoterSection section,
        CancellationToken cancellation = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (SectionCheck.Of(section, TehranTime.DayOf(now)) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(RegistryActs.ApplyAsPromoter, cancellation);
        var all = await db
            .Promoters.WithAnswers()
            .Where(p => p.PersonId == person)
            .OrderBy(p => p.BegunAt)
            .ToListAsync(cancellation);
        var open = all.Find(p => !p.IsClosed);
        if (open?.Version != version)
        {
            return PromoterRefusal.Stale;
        }
        var application =
            open
            ?? (
                all.Count > 0
                    ? Promoter.BeginAfter(all[^1], now)
                    : Promoter.Begin(person, name, now)
            );
        if (application.Save(section, now) is { } refusal)
        {
            return refusal;
        }
        if (open is null)
        {
            db.Promoters.Add(application);
        }
        DomainEvent saved = open is null
            ? new PromoterApplicationBegun(application.Subject)
            : new PromoterApplicationSaved(application.Subject);
        return await change.CommitOrStale(db, saved, cancellation) is { } late ? late : application;
    }
}
