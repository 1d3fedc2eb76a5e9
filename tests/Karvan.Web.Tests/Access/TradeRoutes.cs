using Karvan.Web.Tests.Trade;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// What firms trade, line by line, and what is objected to and decided about it. Accounts are kept by people who have no
/// business with it.
/// </summary>
internal sealed class TradeRoutes : IRouteEntries
{
    private static readonly string[] CountryWide = ["organization", "secretary", "auditor"];
    private static readonly string[] Readers = [.. CountryWide, "expert", "trade-expert"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        // Who may see one province is led there.
        new(
            "trade",
            "/trade",
            Opens(CountryWide)
                .AlsoLeads("/trade/00", "expert")
                .AlsoLeads("/trade/08", "trade-expert")
        ),
        // That there is a province everybody knows: the other's is forbidden, and not missing.
        new("trade/{province:length(2)}", "/trade/00", Opens([.. CountryWide, "expert"])),
        new("trade/{province:length(2)}", "/trade/08", Opens([.. CountryWide, "trade-expert"])),
        new("trade/{province:length(2)}", "/trade/21", Opens(CountryWide)),
        .. OfFirms("/trade"),
        .. OfFirms("/trade/lines"),
        new("enterprises/{id:guid}/trade/line", "{own-line}", Own()),
        new("enterprises/{id:guid}/trade/line", "{other-line}", Other()),
        .. Line,
        .. Decisions,
        .. Objections,
    ];

    private static RouteEntry[] OfFirms(string page) =>
        [
            new($"enterprises/{{id:guid}}{page}", $"/enterprises/{{own}}{page}", Own()),
            new($"enterprises/{{id:guid}}{page}", $"/enterprises/{{other}}{page}", Other()),
            new($"enterprises/{{id:guid}}{page}", $"/enterprises/{{theirs}}{page}", Theirs()),
        ];

    /// <summary>A line that was decided about, and one with an open objection; each post names it with an old version.</summary>
    private static RouteEntry[] Line =>
        [
            new RouteEntry("enterprises/{id:guid}/trade/line", "{contested-line}", Theirs())
                .Post(
                    "TakeBack",
                    Opens("firm").Hidden("trade-expert"),
                    ("objection", "{objection}"),
                    ("version", "-1")
                )
                .Post(
                    "Refuse",
                    Opens("organization", "expert").Hidden("trade-expert"),
                    ("objection", "{objection}"),
                    ("version", "-1")
                ),
            new RouteEntry("enterprises/{id:guid}/trade/line", "{adjusted-line}", Theirs()).Post(
                "Withdraw",
                Opens("organization", "expert").Hidden("trade-expert"),
                ("adjustment", "{adjustment}"),
                ("version", "-1")
            ),
        ];

    private static RouteEntry[] Decisions =>
        [
            new RouteEntry(
                "enterprises/{id:guid}/trade/line/contest",
                "{own-line/contest}",
                Opens().Hidden("firm")
            ).Post(Opens().Hidden("firm")),
            new RouteEntry(
                "enterprises/{id:guid}/trade/line/contest",
                "{their-line/contest}",
                Opens("firm")
            ).Post(Opens("firm")),
            new RouteEntry(
                "enterprises/{id:guid}/trade/line/adjust",
                "{own-line/adjust}",
                Opens("organization", "expert").Hidden("trade-expert")
            )
                .Post(Opens("organization", "expert").Hidden("trade-expert"))
                .Post("Check", Opens("organization", "expert").Hidden("trade-expert"))
                .Post("Back", Opens("organization", "expert").Hidden("trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/trade/line/adjust",
                "{other-line/adjust}",
                Opens("organization").Hidden("expert", "trade-expert")
            )
                .Post(Opens("organization").Hidden("expert", "trade-expert"))
                .Post("Check", Opens("organization").Hidden("expert", "trade-expert"))
                .Post("Back", Opens("organization").Hidden("expert", "trade-expert")),
        ];

    private static RouteEntry[] Objections =>
        [
            new("trade/contests", "/trade/contests", Opens([.. Readers, "firm"])),
            new RouteEntry(
                "enterprises/{id:guid}/trade/missing",
                "/enterprises/{theirs}/trade/missing",
                Opens("firm")
            ).Post(Opens("firm")),
            new RouteEntry(
                "enterprises/{id:guid}/trade/missing",
                "/enterprises/{own}/trade/missing",
                Opens().Hidden("firm")
            ).Post(Opens().Hidden("firm")),
            new RouteEntry("trade/missing/{missing:guid}", "/trade/missing/{missing}", Theirs())
                .Post("TakeBack", Opens("firm").Hidden("trade-expert"), ("version", "-1"))
                .Post(
                    "Decide",
                    Opens("organization", "expert").Hidden("trade-expert"),
                    ("version", "-1")
                ),
            // Its line is gone, so that it stands alone.
            new RouteEntry("trade/contests/{objection:guid}", "/trade/contests/{gone}", Theirs())
                .Post("TakeBack", Opens("firm").Hidden("trade-expert"), ("version", "-1"))
                .Post(
                    "Refuse",
                    Opens("organization", "expert").Hidden("trade-expert"),
                    ("version", "-1")
                ),
        ];

    private static Replies Own() =>
        Opens([.. CountryWide, "expert"]).Hidden("firm", "trade-expert");

    private static Replies Other() => Opens(CountryWide).Hidden("firm", "expert", "trade-expert");

    private static Replies Theirs() =>
        Opens([.. CountryWide, "firm", "expert"]).Hidden("trade-expert");

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var theirs = await TradeOf.FirmOfUser(site);
        var own = await TradeOf.Line(
            site,
            await site.FirmOf(Experts, Karvan.Registry.Firms.VerificationState.Waiting)
        );
        var other = await TradeOf.Line(
            site,
            await site.FirmOf(Elsewhere, Karvan.Registry.Firms.VerificationState.Verified)
        );
        var their = await TradeOf.Line(site, theirs);
        var gone = await TradeOf.ObjectionToAGoneLine(site, theirs);
        var decided = await TradeOf.Decided(site, theirs);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["own-line"] = own.Path(),
            ["own-line/contest"] = own.Path(Links.Trade.Contest),
            ["own-line/adjust"] = own.Path(Links.Trade.Adjust),
            ["other-line"] = other.Path(),
            ["other-line/adjust"] = other.Path(Links.Trade.Adjust),
            ["their-line/contest"] = their.Path(Links.Trade.Contest),
            ["contested-line"] = decided.Contested.Path(),
            ["objection"] = decided.Objection,
            ["adjusted-line"] = decided.Adjusted.Path(),
            ["adjustment"] = decided.Adjustment,
            ["gone"] = gone,
            ["missing"] = await TradeOf.Missing(site, theirs),
        };
    }
}
