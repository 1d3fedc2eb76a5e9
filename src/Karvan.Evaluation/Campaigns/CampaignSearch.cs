using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

/// <summary>A campaign in a list.</summary>
/// <param name="Provinces">How many take part.</param>
public sealed record CampaignRow(
    Guid Id,
    string NameFa,
    string? NameEn,
    string? Province,
    int RulebookYear,
    int Provinces,
    DateOnly? FilingOpens,
    DateOnly? FilingEnds,
    CampaignState State
);

/// <param name="Words">Of the name, in any order and spelling.</param>
/// <param name="Province">Code of a province that takes part.</param>
public sealed record CampaignQuery(
    string? Words = null,
    string? Province = null,
    CampaignState? State = null,
    SortOrder Order = default
)
{
    public const string ByName = "name";
    public const string ByYear = "year";
    public const string ByEnd = "filing-ends";
}

/// <summary>Finds campaigns among those the asker may see.</summary>
public sealed class CampaignSearch(KarvanContext db)
{
    private static readonly RowOrders<Campaign> Orders = new RowOrders<Campaign>(c => c.Id)
        .By(CampaignQuery.ByName, c => c.SortKey)
        .By(CampaignQuery.ByYear, c => c.RulebookYear)
        .By(CampaignQuery.ByEnd, c => c.FilingEnds);

    public FoundRows<CampaignRow> Rows(CampaignQuery question) =>
        new QueriedRows<CampaignRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(c => new CampaignRow(
                    c.Id,
                    c.NameFa,
                    c.NameEn,
                    c.Province,
                    c.RulebookYear,
                    c.Places.Count,
                    c.FilingOpens,
                    c.FilingEnds,
                    c.State
                ))
        );

    /// <summary>One with its places, or null.</summary>
    public Task<Campaign?> One(Guid id, CancellationToken cancellation = default) =>
        db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .SingleOrDefaultAsync(c => c.Id == id, cancellation);

    private IQueryable<Campaign> Matching(CampaignQuery question) =>
        db
            .Campaigns.AsNoTracking()
            .WhereWords(question.Words, word => c => c.SearchKey.Contains(word))
            .WhereAsked(
                question.Province,
                province => c => c.Places.Any(p => p.Province == province)
            )
            .WhereAsked(question.State, state => c => c.State == state);
}
