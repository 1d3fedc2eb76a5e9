using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Reviews;

/// <summary>
/// What holds of an item: as its reviewers agree, or as the secretary settled it. Points are counted by it. It never
/// changes, and the record of changes, which others read too, does not say what it is.
/// </summary>
[NotRecorded]
public sealed class ItemVerdict : IOwned
{
    private ItemVerdict() { }

    public Guid Id { get; private set; }
    public Guid ItemId { get; private set; }
    public Guid DossierId { get; private set; }
    public Guid CampaignId { get; private set; }
    public string Province { get; private set; } = "";

    [Field("evidence.criterion", Longest = Lengths.Code)]
    public string Criterion { get; private set; } = "";

    [Field("review.decision", Values = "review.decision.")]
    public ReviewDecision Decision { get; private set; }

    [Field("evidence.quantity")]
    public int? Hundredths { get; private set; }

    [Field("evidence.level", Longest = Lengths.Code)]
    public string? Level { get; private set; }

    [Field("review.reason", Values = "review.reason.")]
    public RejectionReason? Reason { get; private set; }

    /// <summary>To the firm, once the result is released.</summary>
    [Field("review.remark", Longest = Lengths.Text, Rows = 3, Aside = true)]
    public string? Remark { get; private set; }

    /// <summary>Whether the secretary settled a difference; otherwise the reviewers agreed.</summary>
    [Field("review.settled")]
    public bool IsSettled { get; private set; }

    public DateTime At { get; private set; }

    public string By { get; private set; } = "";

    public Subject Subject => new(nameof(ItemVerdict), Id, Body.TradePromotion, Province);

    internal static ItemVerdict Of(
        ReviewAssignment assignment,
        (Guid Id, string Criterion) item,
        Finding finding,
        bool settled,
        (string Name, DateTime At) by
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ItemId = item.Id,
            DossierId = assignment.DossierId,
            CampaignId = assignment.CampaignId,
            Province = assignment.Province,
            Criterion = item.Criterion,
            Decision = finding.Decision,
            Hundredths = finding.Hundredths,
            Level = finding.Level,
            Reason = finding.Reason,
            Remark = finding.Remark,
            IsSettled = settled,
            By = by.Name,
            At = by.At,
        };
}
