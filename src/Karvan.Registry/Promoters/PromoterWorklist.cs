using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    SortOrder Order = default
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
    private static readonly RowOrders<Promoter> Orders = new RowOrders<Promoter>(p => p.Id)
        .By(
            WorklistQuery.ByTurn,
            p =>
                p.State == PromoterState.Submitted ? 0
                : p.State == PromoterState.Asked ? 1
                : 2,
            p => p.SubmittedAt
        )
        .By(WorklistQuery.ByAge, p => p.SubmittedAt)
        .By(WorklistQuery.ByName, p => p.SortKey);

    public FoundRows<ApplicationRow> Rows(WorklistQuery question) =>
        new QueriedRows<ApplicationRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(p => new ApplicationRow(
                    p.Id,
                    p.NameFa,
                    p.NameEn,
                    p.Province!,
                    p.State,
                    p.Interviews.Count,
                    p.SubmittedAt!.Value
                ))
        );

    private IQueryable<Promoter> Matching(WorklistQuery question) =>
        db
            .Promoters.AsNoTracking()
            .Where(p => p.SubmittedAt != null && p.PersonId != question.Reader)
            .WhereWords(question.Words, word => p => p.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => p => p.Province == province)
            .WhereAsked(question.State, state => p => p.State == state);
}
