using Karvan.Platform.Files;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>A claim in a list.</summary>
public sealed record ClaimRow(
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Person,
    string Province,
    ClaimState State,
    DateTime MadeAt
);

/// <summary>A claim with who makes it, what it is about, and its documents.</summary>
/// <param name="Firm">As the registration names it, which is for the expert alone; whoever claims it gave its number.</param>
public sealed record ClaimCase(
    FirmClaim Claim,
    Person Claimant,
    Enterprise Firm,
    IReadOnlyList<Attachment> Files
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record ClaimQuery(
    string? Words = null,
    string? Province = null,
    ClaimState? State = null,
    SortOrder Order = default
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
}

/// <summary>Finds claims among those the asker may see.</summary>
public sealed class ClaimSearch(KarvanContext db)
{
    private static readonly RowOrders<Made> Orders = new RowOrders<Made>(m => m.Claim.Id)
        .By(ClaimQuery.ByAge, m => m.Claim.MadeAt)
        .By(ClaimQuery.ByFirm, m => m.Firm.SortKey);

    public FoundRows<ClaimRow> Rows(ClaimQuery question) =>
        new QueriedRows<ClaimRow>(Rows(Orders.Of(Matching(question), question.Order)));

    public Task<List<ClaimRow>> Of(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation = default
    ) =>
        Rows(Matching(new ClaimQuery()).Where(m => ids.Contains(m.Claim.Id)))
            .ToListAsync(cancellation);

    /// <summary>One of them with its documents.</summary>
    public async Task<ClaimCase?> One(Guid id, CancellationToken cancellation = default)
    {
        var found = await (
            from claim in db.FirmClaims.AsNoTracking()
            join person in db.Users.AsNoTracking() on claim.PersonId equals person.Id
            where claim.Id == id
            select new { claim, person }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }
        var firm = await db
            .Enterprises.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(e => e.OutsideIds)
            .SingleAsync(e => e.Id == found.claim.EnterpriseId, cancellation);
        var files = await db
            .Attachments.AsNoTracking()
            .Include(a => a.Content)
            .Where(a => a.OwnerKind == nameof(FirmClaim) && a.OwnerId == id)
            .OrderBy(a => a.AddedAt)
            .ToListAsync(cancellation);
        return new ClaimCase(found.claim, found.person, firm, files);
    }

    /// <summary>What somebody claims themselves and waits for.</summary>
    public Task<List<FirmClaim>> WaitingOf(Guid person, CancellationToken cancellation = default) =>
        db
            .FirmClaims.AsNoTracking()
            .Where(c => c.PersonId == person && c.State == ClaimState.Waiting)
            .OrderBy(c => c.MadeAt)
            .ToListAsync(cancellation);

    private static IQueryable<ClaimRow> Rows(IQueryable<Made> found) =>
        found.Select(m => new ClaimRow(
            m.Claim.Id,
            m.Claim.EnterpriseId,
            m.Firm.NameFa,
            m.Person.FullName,
            m.Claim.Province,
            m.Claim.State,
            m.Claim.MadeAt
        ));

    private IQueryable<Made> Matching(ClaimQuery question) =>
        (
            from claim in db.FirmClaims.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on claim.EnterpriseId equals firm.Id
            join person in db.Users.AsNoTracking() on claim.PersonId equals person.Id
            select new Made
            {
                Claim = claim,
                Firm = firm,
                Person = person,
            }
        )
            .WhereWords(question.Words, word => m => m.Firm.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => m => m.Claim.Province == province)
            .WhereAsked(question.State, state => m => m.Claim.State == state);

    private sealed class Made
    {
        public required FirmClaim Claim { get; init; }
        public required Enterprise Firm { get; init; }
        public required Person Person { get; init; }
    }
}
