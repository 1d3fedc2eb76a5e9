using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>How far a review has come.</summary>
public enum ReviewState
{
    /// <summary>The reviewer has not said yet whether they have an interest in the firm.</summary>
    Given,
    Going,
    Done,
    GivenBack,
}

/// <summary>A review in a list.</summary>
public sealed record ReviewRow(
    Guid Id,
    Guid DossierId,
    string Firm,
    string Province,
    string CampaignFa,
    string? CampaignEn,
    Guid ReviewerId,
    string Reviewer,
    int Place,
    ReviewState State,
    DateTime AssignedAt,
    DateOnly? EndsOn
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record ReviewQuery(
    string? Words = null,
    string? Province = null,
    ReviewState? State = null,
    SortOrder Order = default
)
{
    public const string ByFirm = "firm";
    public const string ByAge = "assigned";
}

/// <summary>Somebody to whom dossiers can be given, with what they have in hand.</summary>
public sealed record Reviewer(Guid Id, string FullName, int Open);

/// <summary>A dossier as its reviewer sees it.</summary>
public sealed record ReviewedDossier(
    Dossier Dossier,
    Campaign Campaign,
    Enterprise Firm,
    IReadOnlyList<ItemWithFiles> Items
);

/// <summary>Finds reviews among those the asker may see.</summary>
public sealed class ReviewSearch(KarvanContext db)
{
    private static readonly RowOrders<Held> Orders = new RowOrders<Held>(h => h.Review.Id)
        .By(ReviewQuery.ByFirm, h => h.Firm.SortKey)
        .By(ReviewQuery.ByAge, h => h.Review.AssignedAt);

    public FoundRows<ReviewRow> Rows(ReviewQuery question) =>
        new QueriedRows<ReviewRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(h => new ReviewRow(
                    h.Review.Id,
                    h.Review.DossierId,
                    h.Firm.NameFa,
                    h.Review.Province,
                    h.Campaign.NameFa,
                    h.Campaign.NameEn,
                    h.Review.ReviewerId,
                    h.Person.FullName,
                    h.Review.Place,
                    h.Review.RecusedAt != null ? ReviewState.GivenBack
                        : h.Review.DoneAt != null ? ReviewState.Done
                        : h.Review.ClearedAt != null ? ReviewState.Going
                        : ReviewState.Given,
                    h.Review.AssignedAt,
                    h.Campaign.ReviewEnds
                ))
        );

    /// <summary>One with what was found so far, or null.</summary>
    public Task<ReviewAssignment?> One(Guid id, CancellationToken cancellation = default) =>
        db
            .ReviewAssignments.AsNoTracking()
            .Include(r => r.Items)
            .Include(r => r.Remarks)
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>All of a dossier that the asker may see, by place.</summary>
    public async Task<IReadOnlyList<ReviewAssignment>> Of(
        Guid dossier,
        CancellationToken cancellation = default
    ) =>
        await db
            .ReviewAssignments.AsNoTracking()
            .Include(r => r.Items)
            .Include(r => r.Remarks)
            .Where(r => r.DossierId == dossier)
            .OrderBy(r => r.Place)
            .ThenBy(r => r.AssignedAt)
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<ItemVerdict>> Verdicts(
        Guid dossier,
        CancellationToken cancellation = default
    ) =>
        await db
            .ItemVerdicts.AsNoTracking()
            .Where(v => v.DossierId == dossier)
            .ToListAsync(cancellation);

    /// <summary>Who reviews dossiers of a province, those with least in hand first.</summary>
    public async Task<IReadOnlyList<Reviewer>> Pool(
        string province,
        CancellationToken cancellation = default
    )
    {
        var people = await (
            from grant in db.Grants.AsNoTracking()
            join person in db.Users.AsNoTracking() on grant.PersonId equals person.Id
            where grant.Role == Role.Reviewer && grant.Body == Body.TradePromotion
            select new
            {
                grant,
                person.Id,
                person.FullName,
                person.SortKey,
            }
        ).ToListAsync(cancellation);
        var open = await db
            .ReviewAssignments.AsNoTracking()
            .Where(r => r.DoneAt == null && r.RecusedAt == null)
            .GroupBy(r => r.ReviewerId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            .. people
                .Where(p => p.grant.Provinces.Contains(province))
                .DistinctBy(p => p.Id)
                .OrderBy(p => open.GetValueOrDefault(p.Id))
                .ThenBy(p => p.SortKey, StringComparer.Ordinal)
                .Select(p => new Reviewer(p.Id, p.FullName, open.GetValueOrDefault(p.Id))),
        ];
    }

    /// <summary>What a review is about; only for whom the review is theirs, and once they said that they have no interest.</summary>
    public async Task<ReviewedDossier> Opened(
        ReviewAssignment review,
        CancellationToken cancellation = default
    )
    {
        var dossier = await db
            .Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .SingleAsync(d => d.Id == review.DossierId, cancellation);
        var campaign = await db
            .Campaigns.AsNoTracking()
            .SingleAsync(c => c.Id == review.CampaignId, cancellation);
        var firm = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .SingleAsync(e => e.Id == dossier.EnterpriseId, cancellation);
        return new ReviewedDossier(
            dossier,
            campaign,
            firm,
            review.ClearedAt is null ? [] : await Items(review, cancellation)
        );
    }

    private async Task<IReadOnlyList<ItemWithFiles>> Items(
        ReviewAssignment review,
        CancellationToken cancellation
    )
    {
        var items = await db
            .EvidenceItems.IgnoreQueryFilters([QueryFilters.Seen])
            .AsNoTracking()
            .Include(i => i.Files)
            .Where(i => i.OwnerId == review.DossierId && i.RemovedAt == null)
            .OrderBy(i => i.AddedAt)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellation);
        var handed = await db.Set<HandedFile>()
            .Where(h => h.AssignmentId == review.Id)
            .ToDictionaryAsync(h => h.OriginalId, h => h.AttachmentId, cancellation);
        var ids = handed.Values.ToList();
        var files = await db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancellation);
        return
        [
            .. items.Select(i => new ItemWithFiles(
                i,
                [
                    .. i
                        .Files.Where(f => f.TakenAwayAt is null)
                        .Where(f =>
                            handed.TryGetValue(f.AttachmentId, out var copy)
                            && files.ContainsKey(copy)
                        )
                        .Select(f => (f, files[handed[f.AttachmentId]])),
                ]
            )),
        ];
    }

    private IQueryable<Held> Matching(ReviewQuery question) =>
        (
            from review in db.ReviewAssignments.AsNoTracking()
            join dossier in db.Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
                on review.DossierId equals dossier.Id
            join firm in db.Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
                on dossier.EnterpriseId equals firm.Id
            join campaign in db.Campaigns on review.CampaignId equals campaign.Id
            join person in db.Users on review.ReviewerId equals person.Id
            select new Held
            {
                Review = review,
                Firm = firm,
                Campaign = campaign,
                Person = person,
            }
        )
            .WhereWords(question.Words, word => h => h.Firm.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => h => h.Review.Province == province)
            .WhereAsked(
                question.State,
                state =>
                    h =>
                        state == ReviewState.GivenBack ? h.Review.RecusedAt != null
                        : state == ReviewState.Done
                            ? h.Review.RecusedAt == null && h.Review.DoneAt != null
                        : state == ReviewState.Going
                            ? h.Review.RecusedAt == null
                                && h.Review.DoneAt == null
                                && h.Review.ClearedAt != null
                        : h.Review.RecusedAt == null
                            && h.Review.DoneAt == null
                            && h.Review.ClearedAt == null
            );

    private sealed class Held
    {
        public ReviewAssignment Review { get; init; } = null!;
        public Enterprise Firm { get; init; } = null!;
        public Campaign Campaign { get; init; } = null!;
        public Person Person { get; init; } = null!;
    }
}
