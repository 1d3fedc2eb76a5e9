using Karvan.Registry.Promoters;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>The databank of promoters: who applies, and who decides.</summary>
internal sealed class PromoterRoutes : IRouteEntries
{
    /// <summary>Those who read applications of the whole country.</summary>
    private static readonly string[] Databank = ["organization", "auditor", "administrator"];

    private static readonly string[] NotInDatabank =
    [
        "firm",
        "newcomer",
        "expert",
        "trade-expert",
        "organization",
        "reviewer",
        "secretary",
        "auditor",
        "administrator",
    ];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("promoters", "/promoters", Opens(Everybody)),
        new("promoters/{id:guid}", "/promoters/{promoter}", Opens(Everybody)),
        new("promoters/apply", "/promoters/apply", Opens(SignedIn)),
        // Who never applied has nothing to check or leave.
        new RouteEntry(
            "promoters/apply/check",
            "/promoters/apply/check",
            Opens("promoter").AlsoLeads("/promoters/apply", NotInDatabank)
        ).Post(Opens("promoter").AlsoLeads("/promoters/apply", NotInDatabank), ("version", "-1")),
        new RouteEntry(
            "promoters/apply/leave",
            "/promoters/apply/leave",
            Opens("promoter").AlsoLeads("/promoters/apply", NotInDatabank)
        ).Post(Opens("promoter").AlsoLeads("/promoters/apply", NotInDatabank)),
        // What was judged of the approved promoter is closed to them. Each form says something that no application may
        // say, so that none begins.
        .. Section("about", Closed(), ("Form.Province", "zz")),
        .. Section("languages", Closed(), ("Form.English", TooLong)),
        .. Section("experience", Closed(), ("Form.Trade", TooLong)),
        .. Section("education", Closed(), ("Form.Statement", TooLong)),
        .. Section("fields", Opens(SignedIn), ("Form.Rows[0].Chapter", "zz")),
        .. Section("contact", Opens(SignedIn), ("Form.Email", "no address")),
        .. Applications,
    ];

    private static string TooLong => new('x', 4001);

    private static Replies Closed() =>
        Opens(NotInDatabank).AlsoLeads("/promoters/apply", "promoter");

    private static RouteEntry[] Section(
        string section,
        Replies replies,
        (string, string) refused
    ) =>
        [
            new RouteEntry(
                $"promoters/apply/{section}",
                $"/promoters/apply/{section}",
                replies
            ).Post(Opens(SignedIn), refused),
        ];

    private static RouteEntry[] Applications =>
        [
            new(
                "promoters/applications",
                "/promoters/applications",
                Opens([.. Databank, "expert"])
            ),
            new RouteEntry(
                "promoters/applications/{id:guid}",
                "/promoters/applications/{application}",
                Opens([.. Databank, "expert"])
            )
                .Post("Ask", Opens("organization", "expert"))
                .Post("Decide", Opens("organization"))
                .Post("Standing", Opens("organization")),
            new RouteEntry(
                "promoters/applications/{id:guid}",
                "/promoters/applications/{elsewhere}",
                Opens(Databank).Hidden("expert")
            )
                .Post("Ask", Opens("organization").Hidden("expert"))
                .Post("Decide", Opens("organization").Hidden("expert"))
                .Post("Standing", Opens("organization").Hidden("expert")),
            new RouteEntry(
                "promoters/applications/{id:guid}/interview",
                "/promoters/applications/{application}/interview",
                Opens("organization", "expert")
            ).Post(Opens("organization", "expert")),
            new RouteEntry(
                "promoters/applications/{id:guid}/interview",
                "/promoters/applications/{elsewhere}/interview",
                Opens("organization").Hidden("expert")
            ).Post(Opens("organization").Hidden("expert")),
        ];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["promoter"] = await site.PromoterOf(Experts, PromoterState.Approved),
            ["application"] = await site.PromoterOf(Experts, PromoterState.Submitted),
            ["elsewhere"] = await site.PromoterOf(TradeExperts, PromoterState.Submitted),
        };
}
