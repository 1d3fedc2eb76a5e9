using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>A firm in a list.</summary>
public sealed record EnterpriseRow(
    Guid Id,
    string NameFa,
    string? NameEn,
    string Number,
    string Province,
    int? Employees,
    VerificationState State,
    DateTime RegisteredAt,
    bool Merged
);

/// <param name="Words">What is looked for: name or number, in any order and spelling.</param>
/// <param name="Province">Code, or null for all that may be seen.</param>
/// <param name="Merged">Only those that another firm has taken over.</param>
/// <param name="Employees">From how many to how many, both included; null where open. Where either is given, firms whose number is unknown are left out.</param>
public sealed record EnterpriseQuery(
    string? Words = null,
    string? Province = null,
    VerificationState? State = null,
    bool Merged = false,
    (int? From, int? To) Employees = default,
    SortOrder Order = default
)
{
    public const string ByName = "name";
    public const string ByAge = "age";
    public const string ByEmployees = "employees";
}

/// <summary>Finds firms among those the asker may see.</summary>
public sealed class EnterpriseSearch(KarvanContext db)
{
    private static readonly RowOrders<Enterprise> Orders = new RowOrders<Enterprise>(e => e.Id)
        .By(EnterpriseQuery.ByName, e => e.SortKey)
        .By(EnterpriseQuery.ByAge, e => e.RegisteredAt)
        .By(EnterpriseQuery.ByEmployees, e => e.Employees ?? -1);

    public FoundRows<EnterpriseRow> Rows(EnterpriseQuery question) =>
        new QueriedRows<EnterpriseRow>(Rows(Orders.Of(Matching(question), question.Order)));

    /// <summary>One firm as a row, or null where it is not the asker's to see.</summary>
    public Task<EnterpriseRow?> One(Guid id, CancellationToken cancellation = default) =>
        Rows(db.Enterprises.AsNoTracking().Where(e => e.Id == id))
            .SingleOrDefaultAsync(cancellation);

    /// <summary>The firm that is known by a number now; null where there is none, or the asker may not see it.</summary>
    public Task<EnterpriseRow?> Holder(string number, CancellationToken cancellation = default) =>
        Rows(
                db.Enterprises.AsNoTracking()
                    .Where(e => e.OutsideIds.Any(i => i.Number == number && i.To == null))
            )
            .FirstOrDefaultAsync(cancellation);

    private static IQueryable<EnterpriseRow> Rows(IQueryable<Enterprise> found) =>
        found.Select(e => new EnterpriseRow(
            e.Id,
            e.NameFa,
            e.NameEn,
            e.OutsideIds.Where(i => i.To == null).Select(i => i.Number).FirstOrDefault() ?? "",
            e.Province,
            e.Employees,
            e.State,
            e.RegisteredAt,
            e.SuccessorId != null
        ));

    private IQueryable<Enterprise> Matching(EnterpriseQuery question) =>
        (question.Merged ? db.Enterprises.Where(e => e.SuccessorId != null) : db.Enterprises)
            .AsNoTracking()
            .WhereWords(question.Words, word => e => e.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => e => e.Province == province)
            .WhereAsked(question.State, state => e => e.State == state)
            .WhereAsked(question.Employees.From, least => e => e.Employees >= least)
            .WhereAsked(question.Employees.To, most => e => e.Employees <= most);
}

internal static class EnterpriseQueries
{
    public static IQueryable<Enterprise> WithParts(this IQueryable<Enterprise> enterprises) =>
        enterprises
            .Include(e => e.OutsideIds)
            .Include(e => e.ProductLines)
            .Include(e => e.Origins)
            .Include(e => e.Contacts)
            // One firm has a few of each: in one question they cost less than five questions.
            .AsSingleQuery();
}
