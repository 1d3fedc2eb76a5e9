using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>Campaigns: what was called is everybody's to read, a draft its secretary's and the auditors'.</summary>
internal sealed class CampaignRoutes : IRouteEntries
{
    private static readonly string[] SeeDrafts = ["secretary", "auditor", "administrator"];

    private static readonly string[] SeeNoDrafts =
    [
        "firm",
        "newcomer",
        "promoter",
        "expert",
        "trade-expert",
        "organization",
        "reviewer",
    ];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Campaigns", "/campaigns", Opens(Everybody)),
        new("Campaigns/Index", "/campaigns/index", Opens(Everybody)),
        new RouteEntry("campaigns/draft", "/campaigns/draft", Opens("secretary")).Post(
            Opens("secretary")
        ),
        new("campaigns/{id:guid}", "/campaigns/{campaign-called}", Opens(Everybody)),
        new(
            "campaigns/{id:guid}",
            "/campaigns/{campaign-draft}",
            Opens(SeeDrafts).Hidden([Public, .. SeeNoDrafts])
        ),
        .. Forms("/edit", Run, Run),
        // A draft may have no day yet: empty, the form is saved.
        .. Forms("/days", Leads("/campaigns/{campaign-draft}", "secretary"), Run),
        // The form was then opened over an older version.
        .. Forms("/places", Answers(409, "secretary"), Answers(409, "secretary")),
        .. Forms("/move/{move}", Run, Run, "/move/call", "/move/take-back"),
    ];

    private static RouteEntry[] Forms(
        string route,
        Replies draftSent,
        Replies calledSent,
        string? ofDraft = null,
        string? ofCalled = null
    ) =>
        [
            new RouteEntry(
                $"campaigns/{{id:guid}}{route}",
                $"/campaigns/{{campaign-draft}}{ofDraft ?? route}",
                Run
            ).Post(draftSent),
            new RouteEntry(
                $"campaigns/{{id:guid}}{route}",
                $"/campaigns/{{campaign-called}}{ofCalled ?? route}",
                Run
            ).Post(calledSent),
        ];

    /// <summary>The act is asked for before the record: who holds it nowhere learns nothing of the campaign.</summary>
    private static Replies Run => Opens("secretary");

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["campaign-draft"] = await site.CampaignThatIs(called: false),
            ["campaign-called"] = await site.CampaignThatIs(called: true),
        };
}
