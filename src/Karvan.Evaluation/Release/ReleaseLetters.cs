using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Platform.Accounts;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;

namespace Karvan.Evaluation.Release;

/// <summary>
/// What a firm is told of the result: <c>campaign</c>, the <c>points</c> of <c>max</c>, the <c>rank</c>, and what the
/// secretary adds, the <c>remark</c>.
/// </summary>
public static class ReleaseNotices
{
    public static readonly NoticeKind Winner = new("release-letter.Winner");
    public static readonly NoticeKind Reserve = new("release-letter.Reserve");
    public static readonly NoticeKind Ranked = new("release-letter.Ranked");
    public static readonly NoticeKind NotEligible = new("release-letter.NotEligible");
    public static readonly NoticeKind AwaitingCompliance = new("release-letter.AwaitingCompliance");
    public static readonly NoticeKind Removed = new("release-letter.Removed");

    public static NoticeKind Of(FinalStanding standing) =>
        standing switch
        {
            FinalStanding.Winner => Winner,
            FinalStanding.Reserve => Reserve,
            FinalStanding.Ranked => Ranked,
            FinalStanding.NotEligible => NotEligible,
            FinalStanding.AwaitingCompliance => AwaitingCompliance,
            FinalStanding.Removed => Removed,
            _ => throw new InvalidOperationException($"No letter tells of {standing}."),
        };
}

/// <summary>Writes to everybody who acts for a firm that has a score card.</summary>
public sealed class ReleaseLetters(KarvanContext db, PostNotice notice, IRulebooks rulebooks)
{
    internal async Task Write(
        Campaign campaign,
        IReadOnlyList<ReleasedCard> cards,
        string? remark,
        CancellationToken cancellation
    )
    {
        var people = await db.PeopleOfEach(FirmsIn(campaign.Id), cancellation);
        foreach (var card in cards)
        {
            foreach (var reader in people[card.EnterpriseId])
            {
                notice.To(
                    reader,
                    ReleaseNotices.Of(card.Standing),
                    [.. Values(campaign, card.Total, card.Rank, remark), ("id", card.Id)]
                );
            }
        }
    }

    /// <summary>What a letter says beside the name of its reader.</summary>
    public IEnumerable<(string Name, object? Value)> Values(
        Campaign campaign,
        decimal points,
        int? rank,
        string? remark
    )
    {
        yield return ("campaign", campaign.NameFa);
        yield return ("points", points);
        yield return ("max", rulebooks.Find(campaign.Rulebook)!.Total.Value);
        yield return ("rank", rank ?? 0);
        if (remark is not null)
        {
            yield return ("remark", remark);
        }
    }

    /// <summary>Firms of the campaign for whom nobody acts here: they are written to on paper.</summary>
    internal IQueryable<Guid> FirmsIn(Guid campaign) =>
        db.Set<Dossiers.Dossier>().Where(d => d.CampaignId == campaign).Select(d => d.EnterpriseId);
}
