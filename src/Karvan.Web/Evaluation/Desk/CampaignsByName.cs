using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Desk;

/// <summary>Campaigns by name.</summary>
internal sealed class CampaignsByName(KarvanContext db) : INameRecords
{
    public string Kind => nameof(Campaign);

    public async Task<IReadOnlyDictionary<Guid, Said>> Names(
        Actor actor,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    ) =>
        await db
            .Campaigns.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.NameFa })
            .ToDictionaryAsync(c => c.Id, c => PageTexts.Name(c.NameFa), cancellation);

    public Task<IReadOnlyCollection<Guid>> Sought(
        SoughtWords sought,
        CancellationToken cancellation
    ) =>
        db.Campaigns.Sought(
            sought,
            r => r.Id,
            word => r => r.SearchKey.Contains(word),
            cancellation
        );
}
