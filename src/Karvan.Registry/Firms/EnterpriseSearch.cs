using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
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
    string Sort = EnterpriseQuery.ByName,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25,
    bool Merged = false,
    (int? From, int? To) Employees = default
)
{
    public const string ByName = "name";
    public const string ByAge = "age";
    public const string ByEmployees = "employees";
}

/// <summary>Finds firms among those the asker may see.</summary>
public sealed class EnterpriseSearch(KarvanContext db)
{
    public async Task<(IReadOnlyList<EnterpriseRow> Rows, int Total)> Find(
        EnterpriseQuery question,
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
    public IAsyncEnumerable<EnterpriseRow> All(EnterpriseQuery question) =>
        Rows(Matching(question), question).AsAsyncEnumerable();

    /// <summary>One firm as a row, or null where it is not the asker's to see.</summary>
    public Task<EnterpriseRow?> One(Guid id, CancellationToken cancellation = default) =>
        Rows(db.Enterprises.AsNoTracking().Where(e => e.Id == id), new EnterpriseQuery())
            .SingleOrDefaultAsync(cancellation);

    private static IQueryable<EnterpriseRow> Rows(
        IQueryable<Enterprise> found,
        EnterpriseQuery question
    )
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (EnterpriseQuery.ByAge, false) => found.OrderBy(e => e.RegisteredAt),
            (EnterpriseQuery.ByAge, true) => found.OrderByDescending(e => e.RegisteredAt),
            (EnterpriseQuery.ByEmployees, false) => found.OrderBy(e => e.Employees ?? -1),
            (EnterpriseQuery.ByEmployees, true) => found.OrderByDescending(e => e.Employees ?? -1),
            (_, false) => found.OrderBy(e => e.SortKey),
            (_, true) => found.OrderByDescending(e => e.SortKey),
        };
        return ordered
            .ThenBy(e => e.Id)
            .Select(e => new EnterpriseRow(
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
    }

    private IQueryable<Enterprise> Matching(EnterpriseQuery question)
    {
        var found = db.Enterprises.AsNoTracking();
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(e => e.SearchKey.Contains(word));
        }
        if (question.Province is { } province)
        {
            found = found.Where(e => e.Province == province);
        }
        if (question.State is { } state)
        {
            found = found.Where(e => e.State == state);
        }
        if (question.Merged)
        {
            found = found.Where(e => e.SuccessorId != null);
        }
        if (question.Employees.From is { } least)
        {
            found = found.Where(e => e.Employees >= least);
        }
        if (question.Employees.To is { } most)
        {
            found = found.Where(e => e.Employees <= most);
        }
        return found;
    }
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
