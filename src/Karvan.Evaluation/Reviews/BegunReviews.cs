using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>The reviews of a campaign, past what the asker may see of them.</summary>
public sealed class BegunReviews(KarvanContext db) : IBegunReviews
{
    public Task<bool> Any(Guid campaign, CancellationToken cancellation = default) =>
        db
            .ReviewAssignments.IgnoreQueryFilters([QueryFilters.Seen])
            .AnyAsync(r => r.CampaignId == campaign && r.ClearedAt != null, cancellation);

    public Task<bool> AnyOf(Guid dossier, CancellationToken cancellation = default) =>
        db
            .ReviewAssignments.IgnoreQueryFilters([QueryFilters.Seen])
            .AnyAsync(
                r => r.DossierId == dossier && r.ClearedAt != null && r.RecusedAt == null,
                cancellation
            );
}
