using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    SortOrder Order = default
)
{
    public const string ByName = "name";
    public const string ByDay = "registered";
}

/// <summary>Finds consortia among those the asker may see.</summary>
public sealed class ConsortiumSearch(KarvanContext db)
{
    private static readonly RowOrders<Consortium> Orders = new RowOrders<Consortium>(c => c.Id)
        .By(ConsortiumQuery.ByName, c => c.SortKey)
        .By(ConsortiumQuery.ByDay, c => c.RegisteredOn);

    /// <param name="today">On which members are counted.</param>
    public FoundRows<ConsortiumRow> Rows(ConsortiumQuery question, DateOnly today) =>
        new QueriedRows<ConsortiumRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(c => new ConsortiumRow(
                    c.Id,
                    c.NameFa,
                    c.Province,
                    c.ProductLine,
                    c.RegistrationNumber,
                    c.RegisteredOn,
                    c.State,
                    c.Members.Count(m => m.From <= today && (m.To == null || m.To >= today))
                ))
        );

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

    private IQueryable<Consortium> Matching(ConsortiumQuery question) =>
        db
            .Consortia.AsNoTracking()
            .WhereWords(question.Words, word => c => c.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => c => c.Province == province)
            .WhereAsked(question.State, state => c => c.State == state)
            .WhereAsked(
                question.ProductGroup is { } code ? $" {code} " : null,
                group => c => c.ProductGroups.Contains(group)
            )
            .WhereAsked(
                question.Enterprise,
                firm => c => c.EnterpriseId == firm || c.Members.Any(m => m.EnterpriseId == firm)
            );
}
