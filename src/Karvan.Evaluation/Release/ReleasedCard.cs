using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Results;
using Karvan.Platform.Events;
using Karvan.Platform.Values;
using Karvan.Rules.Explanations;

namespace Karvan.Evaluation.Release;

/// <summary>
/// The score card of a firm. It comes into being with the release: before, there is nothing that a page, a search or an export
/// could show. It never changes.
/// </summary>
[NotRecorded]
public sealed class ReleasedCard : IOwned
{
    private ReleasedCard() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid ResultId { get; private set; }
    public Guid DossierId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";
    public string? ProductGroup { get; private set; }

    /// <summary>Null for the removed.</summary>
    public int? Rank { get; private set; }

    public FinalStanding Standing { get; private set; }

    /// <summary>Hundredths of a point.</summary>
    public int Hundredths { get; private set; }

    public byte[] Explained { get; private set; } = [];
    public byte[] Content { get; private set; } = [];
    public DateTime ReleasedAt { get; private set; }

    public decimal Total => Hundredths / 100m;

    public Subject Subject =>
        new(nameof(ReleasedCard), Id, Body.TradePromotion, Province, EnterpriseId);

    public Explanation Explanation() => FrozenExplanation.Read(Explained);

    public CardContent Told() => CardContent.Read(Content);

    internal static ReleasedCard Of(
        Guid campaign,
        ResultRow row,
        FinalStanding standing,
        CardContent content,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            ResultId = row.ResultId,
            DossierId = row.DossierId,
            EnterpriseId = row.EnterpriseId,
            Province = row.Province,
            ProductGroup = row.ProductGroup,
            Rank = row.Rank,
            Standing = standing,
            Hundredths = row.Hundredths,
            Explained = row.Explained,
            Content = content.Pack(),
            ReleasedAt = at,
        };
}
