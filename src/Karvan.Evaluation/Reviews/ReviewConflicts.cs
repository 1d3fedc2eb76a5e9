using Karvan.Consortia;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>
/// What speaks against a reviewer of a dossier by what is on record, before anybody is asked: nobody decides about a firm that
/// they act for, whose partner they act for, or about which they decided as an officer.
/// </summary>
public sealed class ReviewConflicts(KarvanContext db)
{
    /// <returns>The first that is found; null where nothing on record speaks against it.</returns>
    public async Task<ReviewRefusal?> Of(
        Dossier dossier,
        Guid reviewer,
        CancellationToken cancellation = default
    )
    {
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.PersonId == reviewer)
            .ToListAsync(cancellation);
        if (
            !grants.Exists(g =>
                g.Role is Role.Reviewer
                && g.Body == Body.TradePromotion
                && g.Provinces.Contains(dossier.Province)
            )
        )
        {
            return ReviewRefusal.NoReviewer;
        }
        var firms = grants.Select(g => g.EnterpriseId).OfType<Guid>().ToList();
        if (firms.Contains(dossier.EnterpriseId))
        {
            return ReviewRefusal.ActsForFirm;
        }
        if (await ArePartners(dossier.EnterpriseId, firms, cancellation))
        {
            return ReviewRefusal.ActsForPartner;
        }
        return await db.AuditEvents.AnyAsync(
            // Who read a file of the firm decided nothing about it.
            e =>
                e.AuthorId == reviewer
                && e.EnterpriseId == dossier.EnterpriseId
                && e.Kind != nameof(FileRead),
            cancellation
        )
            ? ReviewRefusal.OfficerOfFirm
            : null;
    }

    private async Task<bool> ArePartners(
        Guid firm,
        List<Guid> others,
        CancellationToken cancellation
    )
    {
        if (others.Count == 0)
        {
            return false;
        }
        // Memberships that ended do not count, and who may see the consortium does not matter.
        var consortia = db.Consortia.IgnoreQueryFilters([QueryFilters.Seen]);
        return await consortia.AnyAsync(
            c =>
                c.Members.Any(m => m.EnterpriseId == firm && m.To == null)
                && c.Members.Any(m => others.Contains(m.EnterpriseId) && m.To == null),
            cancellation
        );
    }
}
