using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
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
    string Sort = PaperQuery.ByDraft,
    bool Descending = true,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByDraft = "drafted";
    public const string ByDay = "day";
    public const string ByNumber = "number";
}

/// <summary>Finds papers among those the asker may read.</summary>
public sealed class PaperSearch(KarvanContext db)
{
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
        Rows(
                db.OfficialPapers.AsNoTracking()
                    .Where(p => p.AboutKind == kind && p.AboutId == id)
                    .OrderByDescending(p => p.Id)
            )
            .ToListAsync(cancellation);

    public async Task<(IReadOnlyList<PaperRow> Rows, int Total)> Find(
        PaperQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var rows = await Rows(Ordered(found, question))
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (rows, total);
    }

    /// <summary>All pages, row by row as they come.</summary>
    public IAsyncEnumerable<PaperRow> All(PaperQuery question) =>
        Rows(Ordered(Matching(question), question)).AsAsyncEnumerable();

    private static IQueryable<PaperRow> Rows(IQueryable<OfficialPaper> papers) =>
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

    private static IQueryable<OfficialPaper> Ordered(
        IQueryable<OfficialPaper> found,
        PaperQuery question
    ) =>
        // Drafts have neither day nor number: they come last in either direction, in both databases.
        (question.Sort, question.Descending) switch
        {
            (PaperQuery.ByDay, false) => found
                .OrderBy(p => p.Day == null)
                .ThenBy(p => p.Day)
                .ThenBy(p => p.Id),
            (PaperQuery.ByDay, true) => found
                .OrderBy(p => p.Day == null)
                .ThenByDescending(p => p.Day)
                .ThenBy(p => p.Id),
            (PaperQuery.ByNumber, false) => found
                .OrderBy(p => p.Number == null)
                .ThenBy(p => p.Year)
                .ThenBy(p => p.Ordinal ?? 0)
                .ThenBy(p => p.NumberKey)
                .ThenBy(p => p.Id),
            (PaperQuery.ByNumber, true) => found
                .OrderBy(p => p.Number == null)
                .ThenByDescending(p => p.Year)
                .ThenByDescending(p => p.Ordinal ?? 0)
                .ThenByDescending(p => p.NumberKey)
                .ThenBy(p => p.Id),
            (_, false) => found.OrderBy(p => p.DraftedAt).ThenBy(p => p.Id),
            (_, true) => found.OrderByDescending(p => p.DraftedAt).ThenBy(p => p.Id),
        };

    private IQueryable<OfficialPaper> Matching(PaperQuery question)
    {
        var found = db.OfficialPapers.AsNoTracking();
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(p => p.SearchKey.Contains(word));
        }
        if (question.Kind is { Length: > 0 } kind)
        {
            found = found.Where(p => p.Kind == kind);
        }
        if (question.State is { } state)
        {
            found = found.Where(p => p.State == state);
        }
        if (question.FirstDay is { } first)
        {
            found = found.Where(p => p.Day >= first);
        }
        if (question.LastDay is { } last)
        {
            found = found.Where(p => p.Day <= last);
        }
        return found;
    }
}
