using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>
/// Somebody claims a firm that is registered, with a document. They learn nothing of the firm by it but that its number is
/// taken, which registering it would tell as well.
/// </summary>
public sealed class ClaimEnterprise(
    KarvanContext db,
    Changes changes,
    StoreFile store,
    TimeProvider clock
)
{
    /// <param name="number">A legal id or a national code, typed in any digits.</param>
    /// <param name="file">Such as the notice of the last change of directors in the official gazette.</param>
    public async Task<Outcome<Guid, ClaimRefusal>> Run(
        Guid person,
        string? number,
        string? statement,
        ReceivedFile? file,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (!FirmNumber.TryParse(number, out _, out var digits), ClaimRefusal.NumberWrong),
            (string.IsNullOrWhiteSpace(statement), ClaimRefusal.StatementMissing),
            (file is null, ClaimRefusal.FileMissing)
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var change = await changes.Begin(RegistryActs.ClaimEnterprise, cancellation);
        var firm = await db
            .Enterprises.IgnoreQueryFilters()
            .SingleOrDefaultAsync(
                e => e.OutsideIds.Any(i => i.Number == digits && i.To == null),
                cancellation
            );
        if (firm is null)
        {
            return ClaimRefusal.NumberFree;
        }
        if (
            await db.Grants.AnyAsync(
                g => g.PersonId == person && g.EnterpriseId == firm.Id,
                cancellation
            )
        )
        {
            return ClaimRefusal.AlreadyTheirs;
        }
        var claim = FirmClaim.Make(firm, person, statement!, clock.GetUtcNow().UtcDateTime);
        if (!(await store.Run(file!, claim.Subject, RegistryActs.ReadClaim, cancellation)).Done)
        {
            return ClaimRefusal.FileInfected;
        }
        db.FirmClaims.Add(claim);
        try
        {
            await change.Commit(new FirmClaimed(claim), cancellation);
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return ClaimRefusal.AlreadyMade;
        }
        return claim.Id;
    }
}
