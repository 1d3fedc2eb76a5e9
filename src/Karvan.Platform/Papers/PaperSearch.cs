using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>A paper in a list.</summary>
public sealed record PaperRow(
    Guid Id,
    string Kind,
    string Title,
    string? Number,
    DateOnly? Day,
    PaperState State,
    string Issuer,
    string DraftedBy,
    DateTime DraftedAt
);

/// <param name="Words">Of the title or number.</param>
public sealed record PaperQuery(
    string? Words = null,
    string? Kind = null,
    PaperState? State = null,
    DateOnly? FirstDay = null,
    DateOnly? LastDay = null,
    SortOrder Order = default
)
{
    public const string ByDraft = "drafted";
    public const string ByDay = "day";
    public const string ByNumber = "number";
}

/// <summary>Finds papers among those the asker may read.</summary>
public sealed class PaperSearch(KarvanContext db)
{
    /// <summary>Drafts have no year: they stand before the first, in both databases.</summary>
    private static readonly RowOrders<OfficialPaper> Orders = new RowOrders<OfficialPaper>(p =>
        p.Id
    )
        .By(PaperQuery.ByDraft, p => p.DraftedAt)
        .By(PaperQuery.ByDay, p => p.Year ?? 0, p => p.Day)
        .By(PaperQuery.ByNumber, p => p.Year ?? 0, p => p.Ordinal ?? 0);

    public Task<OfficialPaper?> One(Guid id, CancellationToken cancellation = default) =>
        db.OfficialPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>The signed copies of a paper, the one that holds first.</summary>
    public Task<List<Attachment>> Copies(
        OfficialPaper paper,
        CancellationToken cancellation = default
    ) =>
        db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => a.OwnerKind == nameof(OfficialPaper) && a.OwnerId == paper.Id)
            .OrderByDescending(a => a.Id == paper.SignedCopyId)
            .ThenByDescending(a => a.Id)
            .ToListAsync(cancellation);

    /// <summary>What was written about a record, the latest first.</summary>
    public Task<List<PaperRow>> About(
        string kind,
        Guid id,
        CancellationToken cancellation = default
    ) =>
        Shown(
                db.OfficialPapers.AsNoTracking()
                    .Where(p => p.AboutKind == kind && p.AboutId == id)
                    .OrderByDescending(p => p.Id)
            )
            .ToListAsync(cancellation);

    public FoundRows<PaperRow> Rows(PaperQuery question) =>
        new QueriedRows<PaperRow>(Shown(Orders.Of(Matching(question), question.Order)));

    private static IQueryable<PaperRow> Shown(IQueryable<OfficialPaper> papers) =>
        papers.Select(p => new PaperRow(
            p.Id,
            p.Kind,
            p.Title,
            p.Number,
            p.Day,
            p.State,
            p.Issuer,
            p.DraftedBy,
            p.DraftedAt
        ));

    private IQueryable<OfficialPaper> Matching(PaperQuery question) =>
        db
            .OfficialPapers.AsNoTracking()
            .WhereWords(question.Words, word => p => p.SearchKey.Contains(word))
            .WhereAsked(question.Kind, kind => p => p.Kind == kind)
            .WhereAsked(question.State, state => p => p.State == state)
            .WhereAsked(question.FirstDay, first => p => p.Day >= first)
            .WhereAsked(question.LastDay, last => p => p.Day <= last);
}
