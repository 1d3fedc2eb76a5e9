using Karvan.Evaluation.Committee;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>A card in a list.</summary>
public sealed record ListedCard(
    Guid Id,
    string Firm,
    string Province,
    int? Rank,
    decimal Total,
    FinalStanding Standing
);

/// <summary>Finds score cards among those the asker may see.</summary>
public sealed class CardSearch(KarvanContext db)
{
    public Task<ReleasedCard?> One(Guid id, CancellationToken cancellation = default) =>
        db.ReleasedCards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <returns>Null where it was not released, or is not the asker's to see.</returns>
    public async Task<Guid?> OfDossier(Guid dossier, CancellationToken cancellation = default) =>
        await db
            .ReleasedCards.Where(c => c.DossierId == dossier)
            .Select(c => (Guid?)c.Id)
            .SingleOrDefaultAsync(cancellation);

    /// <summary>Of a campaign, province by province in the order of ranks; the removed last.</summary>
    public IQueryable<ListedCard> In(Guid campaign) =>
        from card in db.ReleasedCards
        join firm in db.Set<Enterprise>().IgnoreQueryFilters([QueryFilters.Seen])
            on card.EnterpriseId equals firm.Id
        where card.CampaignId == campaign
        orderby card.Province, card.Rank == null ? 1 : 0, card.Rank, firm.SortKey, card.Id
        select new ListedCard(
            card.Id,
            firm.NameFa,
            card.Province,
            card.Rank,
            card.Hundredths / 100m,
            card.Standing
        );
}
