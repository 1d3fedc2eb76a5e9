using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>A consortium in a list.</summary>
/// <param name="Members">How many it has on the day that was asked for.</param>
public sealed record ConsortiumRow(
    Guid Id,
    string NameFa,
    string Province,
    string? ProductLine,
    string RegistrationNumber,
    DateOnly RegisteredOn,
    ConsortiumState State,
    int Members
);

/// <param name="Words">Name, product line or number, in any order and spelling.</param>
/// <param name="ProductGroup">Code of a group it works in.</param>
/// <param name="Enterprise">Only those of which this firm is or was a member, or which are the firm.</param>
public sealed record ConsortiumQuery(
    string? Words = null,
    string? Province = null,
    ConsortiumState? State = null,
    string? ProductGroup = null,
    Guid? Enterprise = null,
    string Sort = ConsortiumQuery.ByName,
    bool Descending = false,
    int Page = 1,
    int PageSize = 25
)
{
    public const string ByName = "name";
    public const string ByDay = "registered";
}

/// <summary>Finds consortia among those the asker may see.</summary>
public sealed class ConsortiumSearch(KarvanContext db)
{
    /// <param name="today">On which members are counted.</param>
    public async Task<(IReadOnlyList<ConsortiumRow> Rows, int Total)> Find(
        ConsortiumQuery question,
        DateOnly today,
        CancellationToken cancellation = default
    )
    {
        var found = Matching(question);
        var total = await found.CountAsync(cancellation);
        var rows = await Rows(found, question, today)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (rows, total);
    }

    /// <summary>All pages, row by row as they come.</summary>
    public IAsyncEnumerable<ConsortiumRow> All(ConsortiumQuery question, DateOnly today) =>
        Rows(Matching(question), question, today).AsAsyncEnumerable();

    /// <summary>One with its members, or null.</summary>
    public Task<Consortium?> One(Guid id, CancellationToken cancellation = default) =>
        db
            .Consortia.AsNoTracking()
            .Include(c => c.Members)
            .SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>The names of firms that a consortium which the asker sees has to do with, and whether they may open each.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string NameFa, bool Seen)>> Names(
        IReadOnlyCollection<Guid> firms,
        CancellationToken cancellation = default
    )
    {
        var names = await db
            .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(e => firms.Contains(e.Id))
            .Select(e => new { e.Id, e.NameFa })
            .ToListAsync(cancellation);
        var seen = (
            await db
                .Enterprises.Where(e => firms.Contains(e.Id))
                .Select(e => e.Id)
                .ToListAsync(cancellation)
        ).ToHashSet();
        return names.ToDictionary(n => n.Id, n => (n.NameFa, seen.Contains(n.Id)));
    }

    private static IQueryable<ConsortiumRow> Rows(
        IQueryable<Consortium> found,
        ConsortiumQuery question,
        DateOnly today
    )
    {
        var ordered = (question.Sort, question.Descending) switch
        {
            (ConsortiumQuery.ByDay, false) => found.OrderBy(c => c.RegisteredOn),
            (ConsortiumQuery.ByDay, true) => found.OrderByDescending(c => c.RegisteredOn),
            (_, false) => found.OrderBy(c => c.SortKey),
            (_, true) => found.OrderByDescending(c => c.SortKey),
        };
        return ordered
            .ThenBy(c => c.Id)
            .Select(c => new ConsortiumRow(
                c.Id,
                c.NameFa,
                c.Province,
                c.ProductLine,
                c.RegistrationNumber,
                c.RegisteredOn,
                c.State,
                c.Members.Count(m => m.From <= today && (m.To == null || m.To >= today))
            ));
    }

    private IQueryable<Consortium> Matching(ConsortiumQuery question)
    {
        var found = db.Consortia.AsNoTracking();
        foreach (var word in PersianText.Words(question.Words))
        {
            found = found.Where(c => c.SearchKey.Contains(word));
        }
        if (question.Province is { } province)
        {
            found = found.Where(c => c.Province == province);
        }
        if (question.State is { } state)
        {
            found = found.Where(c => c.State == state);
        }
        if (question.ProductGroup is { } group)
        {
            var code = $" {group} ";
            found = found.Where(c => c.ProductGroups.Contains(code));
        }
        if (question.Enterprise is { } firm)
        {
            found = found.Where(c =>
                c.EnterpriseId == firm || c.Members.Any(m => m.EnterpriseId == firm)
            );
        }
        return found;
    }
}
