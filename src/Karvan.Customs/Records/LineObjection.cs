using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Trade.Ledger;

namespace Karvan.Customs.Records;

public enum LineObjectionState
{
    Open,
    Corrected,
    Struck,
    Refused,

    /// <summary>By the firm itself.</summary>
    TakenBack,
}

/// <summary>What a firm says is wrong with a line.</summary>
public enum LineObjectionGround
{
    NotOurs,
    WrongValue,
    WrongWeight,
    WrongCountry,
    WrongGoods,
    WrongDay,
    WrongFlow,
    CountedTwice,
    Other,
}

/// <summary>A firm's objection to one line of customs, with what it says instead; decided by the expert of its province.</summary>
public sealed class LineObjection : IOwned
{
    private LineObjection() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";
    public Guid ImportId { get; private set; }
    public string Exporter { get; private set; } = "";
    public bool IsImport { get; private set; }
    public string Declaration { get; private set; } = "";
    public int LineNumber { get; private set; }

    /// <summary>The line when it was contested: JSON.</summary>
    public string Line { get; private set; } = "";

    public LineObjectionGround Ground { get; private set; }

    [Field(
        "trade.contest-reason",
        Hint = "trade.contest-reason-hint",
        Longest = Lengths.Text,
        Rows = 4,
        Aside = true
    )]
    public string Reason { get; private set; } = "";

    public LineObjectionState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public string AskedBy { get; private set; } = "";
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>The expert's words to the firm.</summary>
    [Field(
        "trade.refuse-remark",
        Hint = "trade.refuse-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    public int Version { get; private set; }

    public LedgerLine Said => LineJson.Parse(Line);

    /// <summary>With its firm, to the expert of the province that the firm is registered in now.</summary>
    internal void Move(string province) => (Province, Version) = (province, Version + 1);

    public Subject Subject => new(nameof(LineObjection), Id, Body.Shared, Province, EnterpriseId);

    internal static LineObjection Ask(
        LineOwner owner,
        Guid import,
        LedgerLine line,
        LineObjectionGround ground,
        string reason,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = owner.EnterpriseId,
            Province = owner.Province,
            ImportId = import,
            Exporter = line.Exporter,
            IsImport = line.Import,
            Declaration = line.Declaration,
            LineNumber = line.LineNumber,
            Line = LineJson.Of(line),
            Ground = ground,
            Reason = reason,
            AskedBy = by,
            AskedAt = at,
        };

    internal bool Decide(LineObjectionState decision, string? remark, string by, DateTime at)
    {
        if (State is not LineObjectionState.Open)
        {
            return false;
        }
        (State, Remark, DecidedBy, DecidedAt) = (decision, remark, by, at);
        Version++;
        return true;
    }
}
