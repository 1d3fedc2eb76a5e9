using System.Text.Encodings.Web;
using System.Text.Json;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Trade.Ledger;

namespace Karvan.Customs.Records;

/// <summary>
/// A decision that a customs line counts otherwise than the file says, or not at all. The line stays as it was imported;
/// a later decision about it takes this one's place, and taking it back leaves both on record.
/// </summary>
public sealed class CustomsAdjustment : IOwned
{
    private CustomsAdjustment() { }

    public Guid Id { get; private set; }

    /// <summary>Place in the order of decisions, from 1.</summary>
    public int Sequence { get; private set; }

    public string Exporter { get; private set; } = "";
    public bool IsImport { get; private set; }
    public string Declaration { get; private set; } = "";
    public int LineNumber { get; private set; }

    /// <summary>The line as the file said it: JSON of a <see cref="LedgerLine"/>.</summary>
    public string Before { get; private set; } = "";

    /// <summary>As it counts; null for a line struck off.</summary>
    public string? After { get; private set; }

    [Field(
        "trade.adjust-reason",
        Hint = "trade.adjust-reason-hint",
        Longest = Lengths.Text,
        Rows = 4,
        Aside = true
    )]
    public string Reason { get; private set; } = "";

    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";
    public Guid? ObjectionId { get; private set; }

    /// <summary>Of a line that another firm owns: the decision about the same line on that firm's side. Both stand and go together.</summary>
    public Guid? CounterpartId { get; private set; }

    public DateTime MadeAt { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTime? WithdrawnAt { get; private set; }

    [Field("trade.withdraw-reason", Longest = Lengths.Text, Rows = 2)]
    public string? WithdrawnReason { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>With its firm, to the expert of the province that the firm is registered in now.</summary>
    internal void Move(string province) => (Province, Version) = (province, Version + 1);

    public Subject Subject =>
        new(nameof(CustomsAdjustment), Id, Body.Shared, Province, EnterpriseId);

    /// <summary>Two decisions that are one: a line is struck off here, and counts there.</summary>
    internal static void Join(CustomsAdjustment here, CustomsAdjustment there) =>
        (here.CounterpartId, there.CounterpartId) = (there.Id, here.Id);

    /// <param name="under">The line under whose flow and exporter the decision is filed; null for those that the file says.</param>
    internal static CustomsAdjustment Make(
        int sequence,
        LedgerLine before,
        LedgerLine? after,
        string reason,
        LineOwner owner,
        Guid? objection,
        string by,
        DateTime at,
        LedgerLine? under = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Sequence = sequence,
            Exporter = (under ?? before).Exporter,
            IsImport = (under ?? before).Import,
            Declaration = before.Declaration,
            LineNumber = before.LineNumber,
            Before = LineJson.Of(before),
            After = after is null ? null : LineJson.Of(after),
            Reason = reason,
            EnterpriseId = owner.EnterpriseId,
            Province = owner.Province,
            ObjectionId = objection,
            MadeBy = by,
            MadeAt = at,
        };

    internal bool Withdraw(string? reason, DateTime at)
    {
        if (WithdrawnAt is not null)
        {
            return false;
        }
        (WithdrawnAt, WithdrawnReason) = (at, reason);
        Version++;
        return true;
    }

    /// <summary>What the line is known by where this decision is filed.</summary>
    public LineKey KeyHere => new(IsImport, Declaration, LineNumber);

    public LineAdjustment Decision =>
        new(Id, LineJson.Parse(Before), After is null ? null : LineJson.Parse(After));
}

/// <summary>Whose line it is.</summary>
public sealed record LineOwner(Guid EnterpriseId, string Province);

/// <summary>Customs lines as the record keeps them.</summary>
public static class LineJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
    };

    public static string Of(LedgerLine line) => JsonSerializer.Serialize(line, Options);

    public static LedgerLine Parse(string json) =>
        JsonSerializer.Deserialize<LedgerLine>(json, Options)
        ?? throw new JsonException("A line is null.");
}
