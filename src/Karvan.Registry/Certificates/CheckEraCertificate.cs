using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>The provincial expert finds a certificate right, or refuses it with a reason.</summary>
public sealed class CheckEraCertificate(KarvanContext db, Changes changes)
{
    public async Task<Outcome<EraCertificate, EraRefusal>> Run(
        Guid id,
        int version,
        EraCertificateState decision,
        string? remark,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(
            RegistryActs.CheckEraCertificate,
            cancellation
        );
        var certificate = await db.EraCertificates.SingleOrDefaultAsync(
            c => c.Id == id,
            cancellation
        );
        if (certificate is null)
        {
            return EraRefusal.NotFound;
        }
        if (certificate.Version != version)
        {
            return EraRefusal.Stale;
        }
        if (certificate.Decide(decision, remark) is { } refusal)
        {
            return refusal;
        }
        try
        {
            await change.Commit(
                decision is EraCertificateState.Accepted
                    ? new EraCertificateAccepted(certificate.Subject)
                    : new EraCertificateRefused(certificate.Subject),
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EraRefusal.Stale;
        }
        return certificate;
    }
}
