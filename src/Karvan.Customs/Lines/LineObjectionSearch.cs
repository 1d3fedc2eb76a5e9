using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    SortOrder Order = default
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
}

/// <summary>Finds objections to customs lines among those the asker may see.</summary>
public sealed class LineObjectionSearch(KarvanContext db)
{
    private static readonly RowOrders<Held> Orders = new RowOrders<Held>(h => h.Objection.Id)
        .By(LineObjectionQuery.ByAge, h => h.Objection.AskedAt)
        .By(LineObjectionQuery.ByFirm, h => h.Firm.SortKey);

    public FoundRows<LineObjectionRow> Rows(LineObjectionQuery question) =>
        new QueriedRows<LineObjectionRow>(
            Orders
                .Of(Matching(question), question.Order)
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
                ))
        );

    private IQueryable<Held> Matching(LineObjectionQuery question) =>
        (
            from objection in db.LineObjections.AsNoTracking()
            join firm in db.Enterprises.AsNoTracking() on objection.EnterpriseId equals firm.Id
            select new Held { Objection = objection, Firm = firm }
        )
            .WhereWords(question.Words, word => h => h.Firm.SearchKey.Contains(word))
            .WhereAsked(question.Province, province => h => h.Objection.Province == province)
            .WhereAsked(question.State, state => h => h.Objection.State == state)
            .WhereAsked(question.Ground, ground => h => h.Objection.Ground == ground);

    private sealed class Held
    {
        public required LineObjection Objection { get; init; }
        public required Enterprise Firm { get; init; }
    }
}
