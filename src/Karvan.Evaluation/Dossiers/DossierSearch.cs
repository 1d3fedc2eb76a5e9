using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Intake;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>A dossier in a list.</summary>
public sealed record DossierRow(
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Province,
    Guid CampaignId,
    string CampaignFa,
    string? CampaignEn,
    string? ProductGroup,
    DossierState State,
    bool IsByOffice,
    DateTime BegunAt,
    DateTime? SubmittedAt,
    long? ReceiptNumber
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record DossierQuery(
    string? Words = null,
    string? Province = null,
    DossierState? State = null,
    Guid? Campaign = null,
    SortOrder Order = default
)
{
    public const string ByFirm = "firm";
    public const string BySubmission = "submitted";
    public const string ByBeginning = "begun";
}

/// <summary>Finds dossiers among those the asker may see.</summary>
public sealed class DossierSearch(KarvanContext db)
{
    private static readonly RowOrders<Held> Orders = new RowOrders<Held>(h => h.Dossier.Id)
        .By(DossierQuery.ByFirm, h => h.Firm.SortKey)
        .By(DossierQuery.BySubmission, h => h.Dossier.SubmittedAt)
        .By(DossierQuery.ByBeginning, h => h.Dossier.BegunAt);

    public FoundRows<DossierRow> Rows(DossierQuery question) =>
        new QueriedRows<DossierRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(h => new DossierRow(
                    h.Dossier.Id,
                    h.Dossier.EnterpriseId,
                    h.Firm.NameFa,
                    h.Dossier.Province,
                    h.Campaign.Id,
                    h.Campaign.NameFa,
                    h.Campaign.NameEn,
                    h.Dossier.ProductGroup,
                    h.Dossier.State,
                    h.Dossier.OfficeReason != null,
                    h.Dossier.BegunAt,
                    h.Dossier.SubmittedAt,
                    h.Dossier.ReceiptNumber
                ))
        );

    public Task<Dossier?> One(Guid id, CancellationToken cancellation = default) =>
        db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellation);

    /// <summary>A firm's dossier in a campaign, or null.</summary>
    public Task<Dossier?> Of(Guid campaign, Guid firm, CancellationToken cancellation = default) =>
        db
            .Dossiers.AsNoTracking()
            .SingleOrDefaultAsync(
                d => d.CampaignId == campaign && d.EnterpriseId == firm,
                cancellation
            );

    /// <summary>The firm's dossiers of other campaigns, the newest first: to read, and to copy from.</summary>
    public async Task<IReadOnlyList<(Dossier Dossier, Campaign Campaign)>> Others(
        Dossier dossier,
        CancellationToken cancellation = default
    )
    {
        var found = await (
            from other in db.Dossiers.AsNoTracking()
            join campaign in db.Campaigns.AsNoTracking() on other.CampaignId equals campaign.Id
            where other.EnterpriseId == dossier.EnterpriseId && other.Id != dossier.Id
            orderby other.BegunAt descending
            select new { other, campaign }
        ).ToListAsync(cancellation);
        return [.. found.Select(f => (f.other, f.campaign))];
    }

    /// <summary>Its receipts, the newest first.</summary>
    public async Task<IReadOnlyList<DossierReceipt>> Receipts(
        Guid dossier,
        CancellationToken cancellation = default
    ) =>
        await db
            .DossierReceipts.AsNoTracking()
            .Where(r => r.DossierId == dossier)
            .OrderByDescending(r => r.Number)
            .ToListAsync(cancellation);

    private IQueryable<Held> Matching(DossierQuery question) =>
        (
            from dossier in db.Dossiers.AsNoTracking()
            join firm in db.Enterprises on dossier.EnterpriseId equals firm.Id
            join campaign in db.Campaigns on dossier.CampaignId equals campaign.Id
            select new Held
            {
                Dossier = dossier,
                Firm = firm,
                Campaign = campaign,
            }
        )
            .WhereWords(question.Words, word => h => h.Firm.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => h => h.Dossier.Province == province)
            .WhereAsked(question.State, state => h => h.Dossier.State == state)
            .WhereAsked(question.Campaign, id => h => h.Campaign.Id == id);

    private sealed class Held
    {
        public Dossier Dossier { get; init; } = null!;
        public Enterprise Firm { get; init; } = null!;
        public Campaign Campaign { get; init; } = null!;
    }
}
