using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Certificates;

public enum EraCertificateState
{
    /// <summary>The provincial expert has it.</summary>
    Waiting,
    Accepted,
    Refused,
}

/// <summary>What a form says of a certificate.</summary>
/// <param name="Score">In hundredths of a point, of 100 points.</param>
/// <param name="ExpiresOn">The last day it is in force.</param>
public sealed record EraCertificateEntry(
    string Number,
    int Score,
    DateOnly IssuedOn,
    DateOnly ExpiresOn
);

/// <summary>A certificate of export readiness (clause G1.d), as somebody entered it and as the expert found it.</summary>
public sealed class EraCertificate : IOwned
{
    /// <summary>Hundredths of a point.</summary>
    public const int HighestScore = 10_000;
    public const int LongestNumber = 60;

    private EraCertificate() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }

    /// <summary>The firm's, and moves with it.</summary>
    [Field("enterprise.province", Kind = FieldKind.Province, Aside = true)]
    public string Province { get; private set; } = "";

    /// <summary>As it stands on the paper, with Latin digits.</summary>
    [Field(
        "era.number",
        Hint = "era.number-hint",
        Longest = LongestNumber,
        Length = FieldLength.Middle
    )]
    public string Number { get; private set; } = "";

    /// <summary>The number without spelling: what one certificate is known by.</summary>
    public string NumberKey { get; private set; } = "";

    /// <summary>Hundredths of a point.</summary>
    public int Score { get; private set; }

    [Field("era.issued")]
    public DateOnly IssuedOn { get; private set; }

    /// <summary>The last day it is in force.</summary>
    [Field("era.expires")]
    public DateOnly ExpiresOn { get; private set; }

    public EraCertificateState State { get; private set; }

    /// <summary>Why it was refused, in the expert's words.</summary>
    [Field(
        "era.decide.remark",
        Hint = "era.decide.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    /// <summary>The scanned certificate; an expert may record one from paper.</summary>
    public Guid? AttachmentId { get; private set; }
    public DateTime AddedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>With its firm; what was decided stays.</summary>
    internal void Move(string province) => (Province, Version) = (province, Version + 1);

    public Subject Subject => new(nameof(EraCertificate), Id, Body.Shared, Province, EnterpriseId);

    /// <summary>What G1.d asks on the day of a gate: accepted, and both ends of its time count.</summary>
    public bool IsInForceOn(DateOnly day) =>
        State is EraCertificateState.Accepted && IssuedOn <= day && day <= ExpiresOn;

    public static EraCertificate Add(Enterprise firm, EraCertificateEntry entry, DateTime at)
    {
        var number = PersianText.LatinDigits(entry.Number).Trim();
        return new EraCertificate
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = firm.Id,
            Province = firm.Province,
            Number = number,
            NumberKey = KeyOf(number),
            Score = entry.Score,
            IssuedOn = entry.IssuedOn,
            ExpiresOn = entry.ExpiresOn,
            State = EraCertificateState.Waiting,
            AddedAt = at,
        };
    }

    /// <returns>Null, or why not.</returns>
    public EraRefusal? Decide(EraCertificateState decision, string? remark)
    {
        if (State is not EraCertificateState.Waiting)
        {
            return EraRefusal.NotWaiting;
        }
        if (decision is EraCertificateState.Waiting)
        {
            return EraRefusal.NoDecision;
        }
        if (decision is EraCertificateState.Refused && string.IsNullOrWhiteSpace(remark))
        {
            return EraRefusal.NoReason;
        }
        (State, Remark) = (decision, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
        Version++;
        return null;
    }

    internal void Show(Guid attachment) => AttachmentId = attachment;

    /// <summary>Two spellings of one number are one number: letters and digits alone count.</summary>
    internal static string KeyOf(string number) =>
        string.Concat(PersianText.Fold(number).Where(char.IsLetterOrDigit));
}
