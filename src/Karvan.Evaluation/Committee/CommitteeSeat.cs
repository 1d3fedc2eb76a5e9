using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Committee;

/// <summary>A seat in the committee of a campaign: a body, and who sits for it. A seat that is given up stays on record.</summary>
public sealed class CommitteeSeat : IOwned
{
    private CommitteeSeat() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public string? Province { get; private set; }

    [Field("committee.body", Hint = "committee.body-hint", Longest = Lengths.Name)]
    public string BodyName { get; private set; } = "";

    [Field("committee.person", Longest = Lengths.Name)]
    public string PersonName { get; private set; } = "";

    [Field("committee.chairs")]
    public bool Chairs { get; private set; }

    public DateTime GivenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public Subject Subject => new(nameof(CommitteeSeat), Id, Body.TradePromotion, Province);

    internal static CommitteeSeat Give(
        (Guid Id, string? Province) campaign,
        SeatEntry entry,
        DateTime at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CampaignId = campaign.Id,
            Province = campaign.Province,
            BodyName = entry.BodyName.Trim(),
            PersonName = entry.PersonName.Trim(),
            Chairs = entry.Chairs,
            GivenAt = at,
        };

    internal void End(DateTime at) => EndedAt ??= at;
}

/// <param name="Chairs">One seat leads the meetings.</param>
public sealed record SeatEntry(string BodyName, string PersonName, bool Chairs);
