using System.Linq.Expressions;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>What a firm says of the facts about it.</summary>
public enum DisputeKind
{
    /// <summary>A line that is there is wrong.</summary>
    Line,

    /// <summary>A declaration that is not there should be.</summary>
    Missing,
}

/// <summary>What became of it, for both kinds.</summary>
public enum DisputeState
{
    Open,
    Corrected,
    Struck,
    Found,
    Refused,
    TakenBack,
}

/// <summary>An objection to a line, or a missing declaration, in a list.</summary>
/// <param name="LineNumber">Null for a missing declaration.</param>
/// <param name="Ground">Null for a missing declaration.</param>
public sealed record DisputeRow(
    DisputeKind Kind,
    Guid Id,
    Guid EnterpriseId,
    string Firm,
    string Province,
    LineObjectionGround? Ground,
    DisputeState State,
    DateTime AskedAt,
    DateTime? DecidedAt,
    string Declaration,
    int? LineNumber,
    bool IsImport
);

/// <param name="Words">Of the firm's name or number, in any order and spelling.</param>
public sealed record DisputeQuery(
    string? Words = null,
    string? Province = null,
    DisputeKind? Kind = null,
    DisputeState? State = null,
    LineObjectionGround? Ground = null,
    SortOrder Order = default
)
{
    public const string ByAge = "age";
    public const string ByFirm = "firm";
}

/// <summary>Finds what firms say of the facts about them among what the asker may see: one list of both kinds.</summary>
public sealed class DisputeSearch(KarvanContext db)
{
    private static readonly RowOrders<Held> Orders = new RowOrders<Held>(h => h.Id)
        .By(DisputeQuery.ByAge, h => h.AskedAt)
        .By(DisputeQuery.ByFirm, h => h.SortKey);

    public FoundRows<DisputeRow> Rows(DisputeQuery question) =>
        new QueriedRows<DisputeRow>(
            Orders
                .Of(Matching(question), question.Order)
                .Select(h => new DisputeRow(
                    h.Kind,
                    h.Id,
                    h.EnterpriseId,
                    h.Firm,
                    h.Province,
                    h.Ground,
                    h.State,
                    h.AskedAt,
                    h.DecidedAt,
                    h.Declaration,
                    h.LineNumber,
                    h.IsImport
                ))
        );

    /// <summary>Each kind is filtered before the two are put together, so that its own index is used.</summary>
    private IQueryable<Held> Matching(DisputeQuery question) =>
        question.Kind switch
        {
            DisputeKind.Line => Objections(question),
            DisputeKind.Missing => Missing(question),
            // Whatever is asked of an objection's ground leaves no declaration.
            _ when question.Ground is not null => Objections(question),
            _ => Objections(question).Concat(Missing(question)),
        };

    private IQueryable<Held> Objections(DisputeQuery question) =>
        from objection in db
            .LineObjections.AsNoTracking()
            .WhereAsked(question.Province, province => c => c.Province == province)
            .WhereAsked(question.Ground, ground => c => c.Ground == ground)
            .WhereAsked(question.State, state => OfState(state))
        join firm in Firms(question) on objection.EnterpriseId equals firm.Id
        select new Held
        {
            Kind = DisputeKind.Line,
            Id = objection.Id,
            EnterpriseId = objection.EnterpriseId,
            Firm = firm.NameFa,
            SortKey = firm.SortKey,
            Province = objection.Province,
            Ground = objection.Ground,
            State =
                objection.State == LineObjectionState.Open ? DisputeState.Open
                : objection.State == LineObjectionState.Corrected ? DisputeState.Corrected
                : objection.State == LineObjectionState.Struck ? DisputeState.Struck
                : objection.State == LineObjectionState.Refused ? DisputeState.Refused
                : DisputeState.TakenBack,
            AskedAt = objection.AskedAt,
            DecidedAt = objection.DecidedAt,
            Declaration = objection.Declaration,
            LineNumber = objection.LineNumber,
            IsImport = objection.IsImport,
        };

    private IQueryable<Held> Missing(DisputeQuery question) =>
        from missing in db
            .MissingDeclarations.AsNoTracking()
            .WhereAsked(question.Province, province => m => m.Province == province)
            .WhereAsked(question.State, state => MissingOf(state))
        join firm in Firms(question) on missing.EnterpriseId equals firm.Id
        select new Held
        {
            Kind = DisputeKind.Missing,
            Id = missing.Id,
            EnterpriseId = missing.EnterpriseId,
            Firm = firm.NameFa,
            SortKey = firm.SortKey,
            Province = missing.Province,
            Ground = null,
            State =
                missing.State == MissingDeclarationState.Open ? DisputeState.Open
                : missing.State == MissingDeclarationState.Found ? DisputeState.Found
                : missing.State == MissingDeclarationState.Refused ? DisputeState.Refused
                : DisputeState.TakenBack,
            AskedAt = missing.AskedAt,
            DecidedAt = missing.DecidedAt,
            Declaration = missing.Declaration,
            LineNumber = null,
            IsImport = missing.IsImport,
        };

    private IQueryable<Enterprise> Firms(DisputeQuery question) =>
        db
            .Enterprises.AsNoTracking()
            .WhereWords(question.Words, word => f => f.SearchKey.Contains(word));

    /// <summary>A state that only the other kind knows holds for none.</summary>
    private static Expression<Func<LineObjection, bool>> OfState(DisputeState asked) =>
        EnumNames.TryParse<LineObjectionState>($"{asked}", out var state)
            ? c => c.State == state
            : c => false;

    private static Expression<Func<MissingDeclaration, bool>> MissingOf(DisputeState asked) =>
        EnumNames.TryParse<MissingDeclarationState>($"{asked}", out var state)
            ? m => m.State == state
            : m => false;

    private sealed class Held
    {
        public required DisputeKind Kind { get; init; }
        public required Guid Id { get; init; }
        public required Guid EnterpriseId { get; init; }
        public required string Firm { get; init; }
        public required string SortKey { get; init; }
        public required string Province { get; init; }
        public required LineObjectionGround? Ground { get; init; }
        public required DisputeState State { get; init; }
        public required DateTime AskedAt { get; init; }
        public required DateTime? DecidedAt { get; init; }
        public required string Declaration { get; init; }
        public required int? LineNumber { get; init; }
        public required bool IsImport { get; init; }
    }
}
