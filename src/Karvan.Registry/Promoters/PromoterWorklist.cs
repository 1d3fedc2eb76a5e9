using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>An application in the worklist.</summary>
public sealed record ApplicationRow(
    Guid Id,
    string NameFa,
    string? NameEn,
    string Province,
    PromoterState State,
    int Interviews,
    DateTime SubmittedAt
);

/// <param name="Words">Name, field, province or language, in any order and spelling.</param>
/// <param name="Reader">Who asks: their own application is none of their work.</param>
public sealed record WorklistQuery(
    Guid? Reader,
    string? Words = null,
    string? Province = null,
    PromoterState? State = null,
    string Sort = WorklistQuery.ByTurn,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    /// <summary>What waits for the staff first, then what waits for the author, then the rest; each by age.</summary>
    public const string ByTurn = "turn";

    public const string ByAge = "age";
    public const string ByName = "name";
}

/// <summary>Finds applications among those the asker may see.</summary>
public sealed class PromoterWorklist(KarvanContext db)
{
    public async Task<(IReadOnlyList<ApplicationRow> Rows, int Total)> Find(
        WorklistQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var rows = await Rows(found, question)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (rows, total);
    }

    /// <summary>All pages, row by row as they come.</summary>
    public IAsyncEnumerable<ApplicationRow> All(WorklistQuery question) =>
        Rows(Matching(question), question).AsAsyncEnumerable();

    private static IQueryable<ApplicationRow> Rows(
        IQueryable<Promoter> found,
        WorklistQuery question
    )
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (WorklistQuery.ByAge, false) => found.OrderBy(p => p.SubmittedAt),
            (WorklistQuery.ByAge, true) => found.OrderByDescending(p => p.SubmittedAt),
            (WorklistQuery.ByName, false) => found.OrderBy(p => p.SortKey),
            (WorklistQuery.ByName, true) => found.OrderByDescending(p => p.SortKey),
            (_, false) => found
                .OrderBy(p =>
                    p.State == PromoterState.Submitted ? 0
                    : p.State == PromoterState.Asked ? 1
                    : 2
                )
                .ThenBy(p => p.SubmittedAt),
            (_, true) => found
                .OrderByDescending(p =>
                    p.State == PromoterState.Submitted ? 0
                    : p.State == PromoterState.Asked ? 1
                    : 2
                )
                .ThenByDescending(p => p.SubmittedAt),
        };
        return ordered
            .ThenBy(p => p.Id)
            .Select(p => new ApplicationRow(
                p.Id,
                p.NameFa,
                p.NameEn,
                p.Province!,
                p.State,
                p.Interviews.Count,
                p.SubmittedAt!.Value
            ));
    }

    private IQueryable<Promoter> Matching(WorklistQuery question)
    {
        var found = db
            .Promoters.AsNoTracking()
            .Where(p => p.SubmittedAt != null && p.PersonId != question.Reader);
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(p => p.SearchKey.Contains(word));
        }
        if (question.Province is { } province)
        {
            found = found.Where(p => p.Province == province);
        }
        if (question.State is { } state)
        {
            found = found.Where(p => p.State == state);
        }
        return found;
    }
}
