using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>Changes what a firm says of itself, or what the expert puts right in it.</summary>
public sealed class EditEnterprise(KarvanContext db, Changes changes)
{
    /// <param name="version">Of the firm when the form was opened.</param>
    public async Task<Outcome<Enterprise, EnterpriseRefusal>> Run(
        Guid id,
        int version,
        EnterpriseProfile profile,
        CancellationToken cancellation = default
    )
    {
        if (EnterpriseProfileCheck.Of(profile) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(RegistryActs.EditEnterprise, cancellation);
        var firm = await db
            .Enterprises.WithParts()
            .Include(e => e.Traces)
            .SingleOrDefaultAsync(e => e.Id == id, cancellation);
        if (firm is null)
        {
            return EnterpriseRefusal.NotFound;
        }
        if (firm.Version != version)
        {
            return EnterpriseRefusal.Stale;
        }
        var before = firm.Subject;
        firm.Edit(profile);
        try
        {
            await change.Commit(
                firm.Province == before.Province
                    ? new EnterpriseEdited(firm, before)
                    : new EnterpriseMoved(firm, before),
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.Stale;
        }
        return firm;
    }
}
