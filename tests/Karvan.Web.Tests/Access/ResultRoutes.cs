using Karvan.Evaluation.Conduct;
using Karvan.Evaluation.Results;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Conduct of firms, and results that are not released. "conduct-theirs" is the firm that the firm account acts for, in the first
/// expert's province; the case and the result are those of the demo.
/// </summary>
internal sealed class ResultRoutes : IRouteEntries
{
    private static readonly string[] Keepers = ["secretary", "auditor"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new RouteEntry(
            "enterprises/{id:guid}/compliance",
            "/enterprises/{conduct-there}/compliance",
            Opens([.. Keepers, "trade-expert"]).Hidden("firm")
        )
            .Post("Case", Opens("secretary", "trade-expert").Hidden("firm"))
            .Post("Obligation", Opens("secretary", "trade-expert").Hidden("firm")),
        new RouteEntry(
            "compliance/cases/{id:guid}",
            "/compliance/cases/{case-there}",
            Opens("secretary", "trade-expert")
        ).Post(Opens("secretary", "trade-expert")),
        new RouteEntry(
            "campaigns/{id:guid}/results",
            "/campaigns/{campaign-called}/results",
            Opens(Keepers)
        ).Post(Opens("secretary")),
        new RouteEntry("results/{id:guid}", "/results/{result-frozen}", Opens(Keepers)).Also(
            "File",
            Answers(404, Keepers)
        ),
    ];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var one = await site.Ask(db =>
            db.ViolationCases.FirstAsync(c => c.Province == TradeExperts)
        );
        var result = await site.Ask(db => db.CampaignResults.FirstAsync());
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["conduct-there"] = one.EnterpriseId,
            ["case-there"] = one.Id,
            ["result-frozen"] = result.Id,
        };
    }
}
