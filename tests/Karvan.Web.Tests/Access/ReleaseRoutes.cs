using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Committee, release and score cards: "released" is the demo's campaign that is over; its score card is of a firm that the firm
/// account does not act for.
/// </summary>
internal sealed class ReleaseRoutes : IRouteEntries
{
    private static readonly string[] Keepers = ["secretary", "auditor"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new RouteEntry(
            "campaigns/{id:guid}/committee",
            "/campaigns/{campaign-released}/committee",
            Opens(Keepers)
        )
            .Post("Seat", Opens("secretary"))
            .Post("End", Opens("secretary"))
            .Post("Meeting", Opens("secretary")),
        new RouteEntry(
            "committee-meetings/{id:guid}",
            "/committee-meetings/{meeting-held}",
            Opens(Keepers)
        )
            .Post("Attend", Opens("secretary"))
            .Post("Close", Opens("secretary")),
        // Nobody is level there.
        new RouteEntry(
            "committee-meetings/{id:guid}/tie",
            "/committee-meetings/{meeting-held}/tie",
            Opens().Hidden("secretary")
        ).Post(Opens().Hidden("secretary")),
        // It was released already.
        new RouteEntry(
            "campaigns/{id:guid}/release",
            "/campaigns/{campaign-released}/release",
            Opens().Hidden("secretary")
        ).Post(Opens().Hidden("secretary")),
        new(
            "results/{id:guid}/exporters/{row:guid}",
            "/results/{result-released}/exporters/{row-released}",
            Opens(Keepers)
        ),
        new(
            "campaigns/{id:guid}/score-cards",
            "/campaigns/{campaign-released}/score-cards",
            Opens(Everybody)
        ),
        new(
            "score-cards/{id:guid}",
            "/score-cards/{card-released}",
            Opens([.. Keepers, "trade-expert"]).Hidden("firm")
        ),
    ];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var campaign = await site.Ask(db =>
            db.Campaigns.SingleAsync(c => c.State == CampaignState.Released)
        );
        var meeting = await site.Ask(db =>
            db.CommitteeMeetings.FirstAsync(m => m.CampaignId == campaign.Id)
        );
        var card = await site.Ask(db =>
            db.ReleasedCards.FirstAsync(c => c.CampaignId == campaign.Id)
        );
        var row = await site.Ask(db =>
            db.Set<ResultRow>().FirstAsync(r => r.ResultId == card.ResultId)
        );
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["campaign-released"] = campaign.Id,
            ["meeting-held"] = meeting.Id,
            ["card-released"] = card.Id,
            ["result-released"] = card.ResultId,
            ["row-released"] = row.Id,
        };
    }
}
