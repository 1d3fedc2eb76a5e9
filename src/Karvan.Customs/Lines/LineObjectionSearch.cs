using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>An objection in a list.</summary>
public sealed record LineObjectionRow(
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Province,
    LineObjectionGround Ground,
    LineObjectionState State,
    DateTime AskedAt,
    DateTime? DecidedAt,
    string Declaration,
    int LineNumber,
    bool IsImport
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record LineObjectionQuery(
    string? Words = null,
    string? Province = null,
    LineObjectionState? State = null,
    LineObjectionGround? Ground = null,
    string Sort = LineObjectionQuery.ByAge,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
}

/// <summary>Finds objections to customs lines among those the asker may see.</summary>
public sealed class LineObjectionSearch(KarvanContext db)
{
    public Task<int> Waiting(CancellationToken cancellation = default) =>
        db.LineObjections.CountAsync(c => c.State == LineObjectionState.Open, cancellation);

    /// <summary>Objections of a firm that were decided since a moment, and not by itself.</summary>
    public Task<int> Decided(
        Guid enterprise,
        DateTime since,
        CancellationToken cancellation = default
    ) =>
        db.LineObjections.CountAsync(
            c =>
                c.EnterpriseId == enterprise
                && c.DecidedAt >= since
                && c.State != LineObjectionState.TakenBack,
            cancellation
        );

    public async Task<(IReadOnlyList<LineObjectionRow> Rows, int Total)> Find(
        LineObjectionQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var rows = await Ordered(found, question)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (rows, total);
    }

    /// <summary>All pages, row by row as they come.</summary>
    public IAsyncEnumerable<LineObjectionRow> All(LineObjectionQuery question) =>
        Ordered(Matching(question), question).AsAsyncEnumerable();

    private static IQueryable<LineObjectionRow> Ordered(
        IQueryable<Held> found,
        LineObjectionQuery question
    )
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (LineObjectionQuery.ByFirm, false) => found.OrderBy(h => h.Firm.SortKey),
            (LineObjectionQuery.ByFirm, true) => found.OrderByDescending(h => h.Firm.SortKey),
            (_, false) => found.OrderBy(h => h.Objection.AskedAt),
            (_, true) => found.OrderByDescending(h => h.Objection.AskedAt),
        };
        return ordered
            .ThenBy(h => h.Objection.Id)
            .Select(h => new LineObjectionRow(
                h.Objection.Id,
                h.Objection.EnterpriseId,
                h.Firm.NameFa,
                h.Objection.Province,
                h.Objection.Ground,
                h.Objection.State,
                h.Objection.AskedAt,
                h.Objection.DecidedAt,
                h.Objection.Declaration,
                h.Objection.LineNumber,
                h.Objection.IsImport
            ));
    }

    private IQueryable<Held> Matching(LineObjectionQuery question)
    {
        var found =
            from objection in db.LineObjections.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on objection.EnterpriseId equals firm.Id
            select new Held { Objection = objection, Firm = firm };
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(h => h.Firm.SearchKey.Contains(word));
        }
        if (!string.IsNullOrEmpty(question.Province))
        {
            found = found.Where(h => h.Objection.Province == question.Province);
        }
        if (question.State is { } state)
        {
            found = found.Where(h => h.Objection.State == state);
        }
        if (question.Ground is { } ground)
        {
            found = found.Where(h => h.Objection.Ground == ground);
        }
        return found;
    }

    private sealed class Held
    {
        public required LineObjection Objection { get; init; }
        public required Enterprise Firm { get; init; }
    }
}
