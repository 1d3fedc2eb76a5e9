using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Dossiers;

/// <summary>One firm may file until a day after the last day of all, and why.</summary>
public sealed class LateFiling : IOwned
{
    private LateFiling() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";

    [Field("late-filing.until")]
    public DateOnly Until { get; private set; }

    [Field(
        "late-filing.reason",
        Hint = "late-filing.reason-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string Reason { get; private set; } = "";

    public DateTime AllowedAt { get; private set; }
    public string AllowedBy { get; private set; } = "";

    public Subject Subject =>
        new(nameof(LateFiling), Id, Body.TradePromotion, Province, EnterpriseId);

    internal static LateFiling Allow(
        Guid campaign,
        (Guid Id, string Province) firm,
        DateOnly until,
        string reason,
        string by,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            EnterpriseId = firm.Id,
            Province = firm.Province,
            Until = until,
            Reason = reason,
            AllowedBy = by,
            AllowedAt = at,
        };
}
