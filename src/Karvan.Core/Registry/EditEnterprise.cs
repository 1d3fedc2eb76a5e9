using Karvan.Core.Audit;
using Karvan.Core.Persistence;
using Karvan.Core.Registry.Twins;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Registry;

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
        firm.Edit(profile);
        await new TwinNotes(db).Refresh(firm, cancellation);
        try
        {
            await change.Commit("EnterpriseEdited", firm.Subject, cancellation: cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EnterpriseRefusal.Stale;
        }
        return firm;
    }
}
