using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>An objection in a list.</summary>
public sealed record ContestRow(
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Province,
    ContestGround Ground,
    ContestState State,
    DateTime AskedAt,
    DateTime? DecidedAt,
    string Declaration,
    int LineNumber,
    bool IsImport
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record ContestQuestion(
    string? Words = null,
    string? Province = null,
    ContestState? State = null,
    ContestGround? Ground = null,
    string Sort = ContestQuestion.ByAge,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
}

/// <summary>Finds objections to customs lines among those the asker may see.</summary>
public sealed class ContestSearch(KarvanContext db)
{
    public Task<int> Waiting(CancellationToken cancellation = default) =>
        db.CustomsContests.CountAsync(c => c.State == ContestState.Open, cancellation);

    /// <summary>Objections of a firm that were decided since a moment, and not by itself.</summary>
    public Task<int> Decided(
        Guid enterprise,
        DateTime since,
        CancellationToken cancellation = default
    ) =>
        db.CustomsContests.CountAsync(
            c =>
                c.EnterpriseId == enterprise
                && c.DecidedAt >= since
                && c.State != ContestState.TakenBack,
            cancellation
        );

    public async Task<(IReadOnlyList<ContestRow> Rows, int Total)> Find(
        ContestQuestion question,
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
    public IAsyncEnumerable<ContestRow> All(ContestQuestion question) =>
        Ordered(Matching(question), question).AsAsyncEnumerable();

    private static IQueryable<ContestRow> Ordered(IQueryable<Held> found, ContestQuestion question)
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (ContestQuestion.ByFirm, false) => found.OrderBy(h => h.Firm.SortKey),
            (ContestQuestion.ByFirm, true) => found.OrderByDescending(h => h.Firm.SortKey),
            (_, false) => found.OrderBy(h => h.Contest.AskedAt),
            (_, true) => found.OrderByDescending(h => h.Contest.AskedAt),
        };
        return ordered
            .ThenBy(h => h.Contest.Id)
            .Select(h => new ContestRow(
                h.Contest.Id,
                h.Contest.EnterpriseId,
                h.Firm.NameFa,
                h.Contest.Province,
                h.Contest.Ground,
                h.Contest.State,
                h.Contest.AskedAt,
                h.Contest.DecidedAt,
                h.Contest.Declaration,
                h.Contest.LineNumber,
                h.Contest.IsImport
            ));
    }

    private IQueryable<Held> Matching(ContestQuestion question)
    {
        var found =
            from contest in db.CustomsContests.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on contest.EnterpriseId equals firm.Id
            select new Held { Contest = contest, Firm = firm };
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(h => h.Firm.SearchKey.Contains(word));
        }
        if (!string.IsNullOrEmpty(question.Province))
        {
            found = found.Where(h => h.Contest.Province == question.Province);
        }
        if (question.State is { } state)
        {
            found = found.Where(h => h.Contest.State == state);
        }
        if (question.Ground is { } ground)
        {
            found = found.Where(h => h.Contest.Ground == ground);
        }
        return found;
    }

    private sealed class Held
    {
        public required CustomsContest Contest { get; init; }
        public required Enterprise Firm { get; init; }
    }
}
