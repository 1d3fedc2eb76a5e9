using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Registry.Twins;
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
        if (ProfileCheck.Of(profile) is { } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(cancellation);
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
        var province = firm.Province;
        firm.Edit(profile);
        await new TwinNotes(db).Refresh(firm, cancellation);
        try
        {
            if (firm.Province != province)
            {
                await BringAlong(firm, cancellation);
            }
            await change.Commit("EnterpriseEdited", firm.Subject, cancellation: cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.Stale;
        }
        return firm;
    }

    /// <summary>What belongs to a firm is seen by the experts of its province: it moves when the firm does.</summary>
    private async Task BringAlong(Enterprise firm, CancellationToken cancellation)
    {
        await db
            .EraCertificates.IgnoreQueryFilters()
            .Where(c => c.EnterpriseId == firm.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Province, firm.Province),
                cancellation
            );
        await db
            .Attachments.IgnoreQueryFilters()
            .Where(a => a.EnterpriseId == firm.Id && a.ReadAct == RegistryActs.ReadEnterprise.Name)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Province, firm.Province),
                cancellation
            );
    }
}
