using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Registry;

/// <summary>A firm in a list.</summary>
public sealed record EnterpriseRow(
    Guid Id,
    string NameFa,
    string? NameEn,
    string Number,
    string Province,
    int? Employees,
    VerificationState State,
    DateTime RegisteredAt
);

/// <param name="Words">What is looked for: name or number, in any order and spelling.</param>
/// <param name="Province">Code, or null for all that may be seen.</param>
public sealed record EnterpriseQuestion(
    string? Words = null,
    string? Province = null,
    VerificationState? State = null,
    string Sort = EnterpriseQuestion.ByName,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByName = "name";
    public const string ByAge = "age";
}

/// <summary>Finds firms among those the asker may see.</summary>
public sealed class EnterpriseSearch(KarvanContext db)
{
    public async Task<(IReadOnlyList<EnterpriseRow> Rows, int Total)> Find(
        EnterpriseQuestion question,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var ordered = question.Sort switch
        {
            EnterpriseQuestion.ByAge => found.OrderBy(e => e.RegisteredAt).ThenBy(e => e.Id),
            _ => found.OrderBy(e => e.SortKey).ThenBy(e => e.Id),
        };
        var rows = await ordered
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .Select(e => new EnterpriseRow(
                e.Id,
                e.NameFa,
                e.NameEn,
                e.OutsideIds.Where(i => i.To == null).Select(i => i.Number).FirstOrDefault() ?? "",
                e.Province,
                e.Employees,
                e.State,
                e.RegisteredAt
            ))
            .ToListAsync(cancellation);
        return (rows, total);
    }

    private IQueryable<Enterprise> Matching(EnterpriseQuestion question)
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
            .AsSplitQuery();
}
