using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Reviews;

/// <summary>One dossier given to one reviewer, with what they find. Nobody but they see it until all are done.</summary>
public sealed class ReviewAssignment : IOwned
{
    private readonly List<ItemReview> items = [];
    private readonly List<CriterionRemark> remarks = [];

    private ReviewAssignment() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid DossierId { get; private set; }
    public string Province { get; private set; } = "";
    public Guid ReviewerId { get; private set; }

    /// <summary>1 for the first reviewer of a dossier, 2 for the second.</summary>
    [Field("review.place")]
    public int Place { get; private set; }

    public DateTime AssignedAt { get; private set; }
    public string AssignedBy { get; private set; } = "";

    /// <summary>When the reviewer said that they have no interest in the firm; before, nothing of the dossier is opened.</summary>
    public DateTime? ClearedAt { get; private set; }

    /// <summary>When it was given back.</summary>
    public DateTime? RecusedAt { get; private set; }

    [Field(
        "review.recusal",
        Hint = "review.recusal-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? RecusalReason { get; private set; }

    public DateTime? DoneAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ItemReview> Items => items;
    public IReadOnlyList<CriterionRemark> Remarks => remarks;

    public bool IsOver => DoneAt is not null || RecusedAt is not null;

    public Subject Subject =>
        new(nameof(ReviewAssignment), Id, Body.TradePromotion, Province, null, ReviewerId);

    internal static ReviewAssignment Give(
        (Guid Campaign, Guid Dossier, string Province) of,
        Guid reviewer,
        int place,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = of.Campaign,
            DossierId = of.Dossier,
            Province = of.Province,
            ReviewerId = reviewer,
            Place = place,
            AssignedBy = by,
            AssignedAt = at,
        };

    internal ReviewRefusal? Clear(DateTime at)
    {
        if (IsOver)
        {
            return ReviewRefusal.Over;
        }
        ClearedAt ??= at;
        Version++;
        return null;
    }

    internal ReviewRefusal? Recuse(string reason, DateTime at)
    {
        if (IsOver)
        {
            return ReviewRefusal.Over;
        }
        (RecusedAt, RecusalReason) = (at, reason);
        Version++;
        return null;
    }

    internal ReviewRefusal? Decide(Guid item, string criterion, Finding finding)
    {
        if (Refusal is { } refusal)
        {
            return refusal;
        }
        if (items.Find(i => i.ItemId == item) is { } known)
        {
            known.Take(finding);
        }
        else
        {
            items.Add(new ItemReview(Id, item, criterion, finding));
        }
        Version++;
        return null;
    }

    internal ReviewRefusal? Note(string criterion, string? remark)
    {
        if (Refusal is { } refusal)
        {
            return refusal;
        }
        remarks.RemoveAll(r => r.Criterion == criterion);
        if (remark is not null)
        {
            remarks.Add(new CriterionRemark(Id, criterion, remark));
        }
        Version++;
        return null;
    }

    /// <param name="asked">The items of the dossier.</param>
    internal ReviewRefusal? Finish(IReadOnlyCollection<Guid> asked, DateTime at)
    {
        if (Refusal is { } refusal)
        {
            return refusal;
        }
        if (asked.Any(a => items.TrueForAll(i => i.ItemId != a)))
        {
            return ReviewRefusal.NotAllDecided;
        }
        DoneAt = at;
        Version++;
        return null;
    }

    private ReviewRefusal? Refusal =>
        IsOver ? ReviewRefusal.Over
        : ClearedAt is null ? ReviewRefusal.InterestNotSaid
        : null;
}

/// <summary>What somebody finds of an item.</summary>
/// <param name="Hundredths">Where a reviewer gives a number: per cent, or points.</param>
/// <param name="Reason">Of a rejection.</param>
public sealed record Finding(
    ReviewDecision Decision,
    int? Hundredths,
    string? Level,
    RejectionReason? Reason,
    string? Remark
)
{
    /// <summary>Whether two say the same of the item; they may give other words for it.</summary>
    public bool Agrees(Finding other) =>
        Decision == other.Decision
        && (
            Decision is ReviewDecision.Rejected
            || (Hundredths == other.Hundredths && Level == other.Level)
        );
}

/// <summary>What one reviewer finds of one item. The record of changes names the criterion alone: others read it too.</summary>
[NotRecorded]
public sealed class ItemReview
{
    private ItemReview() { }

    internal ItemReview(Guid assignment, Guid item, string criterion, Finding finding)
    {
        (Id, AssignmentId, ItemId, Criterion) = (
            Guid.CreateVersion7(),
            assignment,
            item,
            criterion
        );
        Take(finding);
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public Guid ItemId { get; private set; }

    [Field("evidence.criterion", Longest = Lengths.Code)]
    public string Criterion { get; private set; } = "";

    [Field("review.decision", Values = "review.decision.")]
    public ReviewDecision Decision { get; private set; }

    /// <summary>Hundredths of a per cent or of a point, where a reviewer gives them.</summary>
    [Field("evidence.quantity")]
    public int? Hundredths { get; private set; }

    [Field("evidence.level", Longest = Lengths.Code)]
    public string? Level { get; private set; }

    [Field("review.reason", Values = "review.reason.")]
    public RejectionReason? Reason { get; private set; }

    [Field(
        "review.remark",
        Hint = "review.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    public Finding Finding => new(Decision, Hundredths, Level, Reason, Remark);

    internal void Take(Finding finding) => (Decision, Hundredths, Level, Reason, Remark) = finding;
}

/// <summary>What a reviewer remarks on a criterion as a whole: the column that document R has for it.</summary>
[NotRecorded]
public sealed class CriterionRemark
{
    private CriterionRemark() { }

    internal CriterionRemark(Guid assignment, string criterion, string text) =>
        (Id, AssignmentId, Criterion, Text) = (Guid.CreateVersion7(), assignment, criterion, text);

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }

    [Field("evidence.criterion", Longest = Lengths.Code)]
    public string Criterion { get; private set; } = "";

    [Field("review.criterion-remark", Longest = Lengths.Text, Rows = 2, Aside = true)]
    public string Text { get; private set; } = "";
}
