using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>The dossiers in a campaign, past what the asker may see of them.</summary>
public sealed class FiledDossiers(KarvanContext db) : IFiledDossiers
{
    public Task<bool> Any(Guid campaign, CancellationToken cancellation = default) =>
        db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .AnyAsync(d => d.CampaignId == campaign, cancellation);

    public Task<DateOnly?> LastDay(Guid campaign, CancellationToken cancellation = default) =>
        db
            .LateFilings.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(l => l.CampaignId == campaign)
            .MaxAsync(l => (DateOnly?)l.Until, cancellation);
}
