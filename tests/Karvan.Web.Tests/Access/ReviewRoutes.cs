using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Reviews;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>Reviews: "given" is the demo reviewer's own, of the trade side's expert's province.</summary>
internal sealed class ReviewRoutes : IRouteEntries
{
    private static readonly string[] Readers = ["reviewer", "secretary", "auditor"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Reviews", "/reviews", Opens(Readers)),
        new("Reviews/Index", "/reviews/index", Opens(Readers)),
        new RouteEntry("reviews/{id:guid}", "/reviews/{review-given}", Opens(Readers))
            .Post("Clear", Opens("reviewer"))
            .Post("Recuse", Opens("reviewer"))
            .Post("Remark", Opens("reviewer"))
            .Post("Finish", Opens("reviewer")),
        // No item is to be seen before the reviewer says that they have no interest.
        new RouteEntry(
            "reviews/{id:guid}/items/{item:guid}",
            "/reviews/{review-given}/items/{item-reviewed}",
            Hides(Readers)
        ).Post(Hides("reviewer")),
        new RouteEntry(
            "dossiers/{id:guid}/reviewers",
            "/dossiers/{dossier-reviewed}/reviewers",
            Opens("secretary")
        ).Post(Opens("secretary")),
        // The reviewers are not done: what they found is nobody's to see.
        new RouteEntry(
            "dossiers/{id:guid}/settle/{item:guid}",
            "/dossiers/{dossier-reviewed}/settle/{item-reviewed}",
            Hides("secretary")
        ).Post(Hides("secretary")),
    ];

    private static Replies Hides(params string[] accounts) => Opens().Hidden(accounts);

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var given = await site.Ask(db =>
            db.ReviewAssignments.FirstAsync(r =>
                r.Province == TradeExperts
                // Nothing happens to it before its campaign is reviewed.
                && db.Set<Campaign>()
                    .Any(c => c.Id == r.CampaignId && c.State == CampaignState.Filing)
            )
        );
        var item = await site.Ask(db =>
            db.Set<Karvan.Evidence.Items.EvidenceItem>()
                .Where(i => i.OwnerId == given.DossierId)
                .Select(i => i.Id)
                .FirstAsync()
        );
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["review-given"] = given.Id,
            ["dossier-reviewed"] = given.DossierId,
            ["item-reviewed"] = item,
        };
    }
}
