using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Customs.Records;

public enum MissingDeclarationState
{
    Open,

    /// <summary>It came with another file, or customs were asked for it: the expert's words say which.</summary>
    Found,

    Refused,

    /// <summary>By the firm itself.</summary>
    TakenBack,
}

/// <summary>What a declaration says, as its firm copies it.</summary>
/// <param name="Declaration">Its number, in whatever spelling.</param>
/// <param name="Office">The customs office where it was made.</param>
/// <param name="HsCode">6 to 12 digits.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="WeightGrams">Null where the firm does not know it.</param>
public sealed record DeclaredGoods(
    string Declaration,
    bool Import,
    DateOnly Day,
    string Office,
    string HsCode,
    string Country,
    long ValueCents,
    long? WeightGrams
);

/// <summary>
/// A firm says that a declaration of its own is not among its lines; the expert of its province looks for it. It counts
/// nowhere: only what customs say does.
/// </summary>
public sealed class MissingDeclaration : IOwned
{
    /// <summary>As long as the engine takes one from a file.</summary>
    public const int LongestNumber = 64;

    private MissingDeclaration() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";

    /// <summary>In the spelling of lines: Latin digits, capital letters.</summary>
    [Field("trade.declaration", Hint = "trade.missing.declaration-hint", Longest = LongestNumber)]
    public string Declaration { get; private set; } = "";

    public bool IsImport { get; private set; }

    [Field("trade.day")]
    public DateOnly Day { get; private set; }

    [Field("trade.missing.office", Hint = "trade.missing.office-hint", Longest = Lengths.Name)]
    public string Office { get; private set; } = "";

    [Field(
        "trade.good",
        Hint = "trade.good-hint",
        Longest = Lengths.Code,
        Kind = FieldKind.Digits,
        Length = FieldLength.Narrow
    )]
    public string HsCode { get; private set; } = "";

    [Field("trade.country", Kind = FieldKind.Country)]
    public string Country { get; private set; } = "";

    public long ValueCents { get; private set; }
    public long? WeightGrams { get; private set; }

    [Field(
        "trade.missing.reason",
        Hint = "trade.missing.reason-hint",
        Longest = Lengths.Text,
        Rows = 4,
        Aside = true
    )]
    public string? Reason { get; private set; }

    public MissingDeclarationState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public string AskedBy { get; private set; } = "";
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>The expert's words to the firm.</summary>
    [Field(
        "trade.missing.remark",
        Hint = "trade.missing.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    public int Version { get; private set; }

    public Subject Subject =>
        new(nameof(MissingDeclaration), Id, Body.Shared, Province, EnterpriseId);

    /// <summary>With its firm, to the expert of the province that the firm is registered in now.</summary>
    internal void Move(string province) => (Province, Version) = (province, Version + 1);

    internal static MissingDeclaration Report(
        LineOwner owner,
        DeclaredGoods goods,
        string? reason,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = owner.EnterpriseId,
            Province = owner.Province,
            Declaration = goods.Declaration,
            IsImport = goods.Import,
            Day = goods.Day,
            Office = goods.Office,
            HsCode = goods.HsCode,
            Country = goods.Country,
            ValueCents = goods.ValueCents,
            WeightGrams = goods.WeightGrams,
            Reason = reason,
            AskedBy = by,
            AskedAt = at,
        };

    internal bool Decide(MissingDeclarationState decision, string? remark, string by, DateTime at)
    {
        if (State is not MissingDeclarationState.Open)
        {
            return false;
        }
        (State, Remark, DecidedBy, DecidedAt) = (decision, remark, by, at);
        Version++;
        return true;
    }
}
