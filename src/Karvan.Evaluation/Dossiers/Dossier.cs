using Karvan.Evidence.Authorization;
using Karvan.Evidence.Items;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Dossiers;

/// <summary>What a firm puts forward in a campaign. Its facts are those of customs; what it adds are items of evidence.</summary>
public sealed class Dossier : IOwned
{
    private Dossier() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid EnterpriseId { get; private set; }

    /// <summary>The province that the firm was registered in when it was begun: there it competes.</summary>
    [Field("enterprise.province", Kind = FieldKind.Province)]
    public string Province { get; private set; } = "";

    /// <summary>Id among the rulebook's product groups; null for all goods.</summary>
    [Field(
        "dossier.product-group",
        Hint = "dossier.product-group-hint",
        Longest = Lengths.Code,
        Length = FieldLength.Middle
    )]
    public string? ProductGroup { get; private set; }

    public DossierState State { get; private set; }

    /// <summary>Why the office puts it together for the firm; null where the firm does.</summary>
    [Field(
        "dossier.office-reason",
        Hint = "dossier.office-reason-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? OfficeReason { get; private set; }

    public DateTime BegunAt { get; private set; }
    public string BegunBy { get; private set; } = "";
    public DateTime? SubmittedAt { get; private set; }
    public string? SubmittedBy { get; private set; }

    /// <summary>Its number in the intake log of the campaign, from 1; of the last time it was submitted.</summary>
    [Field("dossier.receipt-number")]
    public long? ReceiptNumber { get; private set; }

    [Field("dossier.withdraw-reason", Longest = Lengths.Text, Rows = 3, Aside = true)]
    public string? WithdrawalReason { get; private set; }

    /// <summary>Whether the office took it out: the firm then does not take it up again by itself.</summary>
    public bool WithdrawnByOffice { get; private set; }

    /// <summary>Rises with every change, of its items too.</summary>
    public int Version { get; private set; }

    public bool IsByOffice => OfficeReason is not null;

    public Subject Subject =>
        SubjectIn(Province, EnterpriseId, Id) with
        {
            State = IsByOffice ? EvidenceActs.ByOffice : null,
        };

    /// <summary>Whether what is in it is its body's to see: taken back to be changed, it is the firm's alone again.</summary>
    public bool IsFiled =>
        State is DossierState.Submitted
        || (State is DossierState.Withdrawn && SubmittedAt is not null);

    /// <summary>Whose its items are, and who sees them.</summary>
    public EvidenceOwner Owner =>
        new(
            Subject,
            IsFiled ? EvidenceActs.Filed
                : IsByOffice ? EvidenceActs.ByOffice
                : null
        );

    public static Subject SubjectIn(string province, Guid? firm = null, Guid? id = null) =>
        new(nameof(Dossier), id, Body.TradePromotion, province, firm);

    internal static Dossier Begin(
        Guid campaign,
        (Guid Id, string Province) firm,
        string? group,
        string? officeReason,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            EnterpriseId = firm.Id,
            Province = firm.Province,
            ProductGroup = group,
            OfficeReason = officeReason,
            BegunBy = by,
            BegunAt = at,
        };

    internal DossierRefusal? ChooseGroup(string? group)
    {
        if (State is not DossierState.Draft)
        {
            return DossierRefusal.NotDraft;
        }
        ProductGroup = group;
        Version++;
        return null;
    }

    /// <summary>One of its items was changed.</summary>
    internal void Touch() => Version++;

    internal void Submit(long number, string by, DateTime at)
    {
        (State, ReceiptNumber, SubmittedBy, SubmittedAt) = (DossierState.Submitted, number, by, at);
        Version++;
    }

    /// <summary>Back to a draft, to be changed and submitted again; what was submitted stays in the log.</summary>
    /// <param name="byOffice">Whether the office does it.</param>
    internal DossierRefusal? TakeBack(bool byOffice)
    {
        if (State is DossierState.Draft)
        {
            return DossierRefusal.NotSubmitted;
        }
        if (WithdrawnByOffice && !byOffice)
        {
            return DossierRefusal.OfficeWithdrew;
        }
        (State, WithdrawalReason, WithdrawnByOffice) = (DossierState.Draft, null, false);
        Version++;
        return null;
    }

    internal DossierRefusal? Withdraw(string? reason, bool byOffice)
    {
        if (State is DossierState.Withdrawn)
        {
            return DossierRefusal.NotSubmitted;
        }
        (State, WithdrawalReason, WithdrawnByOffice) = (DossierState.Withdrawn, reason, byOffice);
        Version++;
        return null;
    }
}
