using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>What people are told about reviews: <c>firm</c> and <c>campaign</c>.</summary>
public static class ReviewNotices
{
    /// <summary>To the reviewer.</summary>
    public static readonly NoticeKind Given = new("review-letter.Given");

    /// <summary>To the secretaries of the province, with the reviewer's <c>remark</c>.</summary>
    public static readonly NoticeKind GivenBack = new("review-letter.GivenBack");
}

/// <summary>Who is given a dossier is told, and so are the secretaries when it comes back.</summary>
public sealed class ReviewLetters(KarvanContext db, PostNotice notice)
    : IReact<ReviewAssigned>,
        IReact<ReviewRecused>
{
    public async Task React(ReviewAssigned happened, CancellationToken cancellation)
    {
        var (review, firm, campaign) = await Of(happened.Subject, cancellation);
        var reader = await db.Users.SingleAsync(p => p.Id == review.ReviewerId, cancellation);
        notice.To(
            reader,
            ReviewNotices.Given,
            ("firm", firm),
            ("campaign", campaign),
            ("id", review.Id)
        );
    }

    public async Task React(ReviewRecused happened, CancellationToken cancellation)
    {
        var (review, firm, campaign) = await Of(happened.Subject, cancellation);
        foreach (var reader in await Secretaries(review.Province, cancellation))
        {
            notice.To(
                reader,
                ReviewNotices.GivenBack,
                ("firm", firm),
                ("campaign", campaign),
                ("remark", happened.Reason),
                ("id", review.DossierId)
            );
        }
    }

    private async Task<(ReviewAssignment Review, string Firm, string Campaign)> Of(
        Subject subject,
        CancellationToken cancellation
    )
    {
        var review =
            await db.ReviewAssignments.FindAsync([subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{subject} is no review.");
        var firm = await (
            from dossier in db.Dossiers.IgnoreQueryFilters([QueryFilters.Seen])
            join enterprise in db.Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
                on dossier.EnterpriseId equals enterprise.Id
            where dossier.Id == review.DossierId
            select enterprise.NameFa
        ).SingleAsync(cancellation);
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == review.CampaignId, cancellation);
        return (review, firm, campaign.NameFa);
    }

    private async Task<IReadOnlyList<Person>> Secretaries(
        string province,
        CancellationToken cancellation
    )
    {
        var grants = await (
            from grant in db.Grants
            join person in db.Users on grant.PersonId equals person.Id
            where grant.Role == Role.CommitteeSecretary && grant.Body == Body.TradePromotion
            select new { grant, person }
        ).ToListAsync(cancellation);
        return
        [
            .. grants
                .Where(g => g.grant.Provinces.Contains(province))
                .Select(g => g.person)
                .DistinctBy(p => p.Id),
        ];
    }
}
