using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>The provincial expert verifies a registration, asks about it, or refuses it with a reason.</summary>
public sealed class VerifyEnterprise(KarvanContext db, Changes changes)
{
    /// <param name="days">Working days for the answer to a question; null to set none.</param>
    public async Task<Outcome<Enterprise, EnterpriseRefusal>> Run(
        Guid id,
        int version,
        VerificationState decision,
        string? remark,
        int? days = null,
        CancellationToken cancellation = default
    )
    {
        if (days is < 1 or > DueDays.Most)
        {
            return EnterpriseRefusal.DaysWrong;
        }
        await using var change = await changes.Begin(RegistryActs.VerifyEnterprise, cancellation);
        var firm = await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation);
        if (firm is null)
        {
            return EnterpriseRefusal.NotFound;
        }
        if (firm.Version != version)
        {
            return EnterpriseRefusal.Stale;
        }
        if (await IsOwn(id, cancellation))
        {
            return EnterpriseRefusal.OwnFirm;
        }
        if (firm.Decide(decision, remark) is { } refusal)
        {
            return refusal;
        }
        DomainEvent decided = decision switch
        {
            VerificationState.Verified => new EnterpriseVerified(firm.Subject),
            VerificationState.Asked => new EnterpriseAsked(firm, days),
            _ => new EnterpriseRefused(firm.Subject),
        };
        try
        {
            await change.Commit(decided, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.Stale;
        }
        return firm;
    }

    private Task<bool> IsOwn(Guid firm, CancellationToken cancellation)
    {
        var person = db.Author.PersonId;
        return db.Grants.AnyAsync(
            g => g.PersonId == person && g.EnterpriseId == firm,
            cancellation
        );
    }
}
