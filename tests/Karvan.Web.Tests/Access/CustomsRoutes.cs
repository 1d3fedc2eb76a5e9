using Karvan.Customs;
using Karvan.Customs.Records;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;

namespace Karvan.Web.Tests.Access;

/// <summary>Customs files. The import of the demo, its file and a saved mapping are of the whole country.</summary>
internal sealed class CustomsRoutes : IRouteEntries
{
    private static readonly string[] CountryWide = ["organization", "secretary", "auditor"];
    private static readonly string[] Experts = ["expert", "trade-expert"];
    private static readonly string[] Readers = [.. CountryWide, .. Experts];
    private static readonly string[] Importers = ["organization", .. Experts];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Customs", "/customs", Opens(Readers)),
        new("Customs/Index", "/customs/index", Opens(Readers)),
        new RouteEntry("customs/new", "/customs/new", Opens(Importers))
            .Post(Opens(Importers))
            // Asked by the script of the page; a place that is not among those of its form is no place.
            .Post("Begin", Opens("organization").Also(400, Experts), [("Reach", "IR"), .. Begun])
            .Post(
                "Begin",
                Opens("organization", "expert").Also(400, "trade-expert"),
                [("Reach", Visitors.Experts), .. Begun]
            ),
        new RouteEntry("customs/snapshots", "/customs/snapshots", Opens(Readers)).Post(
            Opens(Readers)
        ),
        new RouteEntry("customs/profiles", "/customs/profiles", Opens(Readers)),
        new RouteEntry("customs/profiles", "/customs/profiles?id={profile}", Opens(Readers))
            .Also("File", Opens(Readers))
            .Post("Withdraw", Leads("/customs/profiles", "organization")),
        .. Import,
        // All of it has come.
        new RouteEntry(
            "customs/files/{id:guid}",
            "/customs/files/{sent}",
            Opens("organization").Hidden(Experts)
        )
            .Also("State", Opens("organization").Hidden(Experts))
            .Post("Parts", Answers(409, "organization").Hidden(Experts))
            .Post("Drop", Leads("/customs", "organization").Hidden(Experts)),
    ];

    private static (string, string)[] Begun => [("name", "walk.csv"), ("length", "100")];

    private static RouteEntry[] Import =>
        [
            new RouteEntry("customs/{id:guid}", "/customs/{import}", Country())
                .Also("Rejected", Country())
                .Post("Read", Imports())
                .Post("Discard", Imports())
                .Post("Cancel", Leads("/customs/{import}", "organization").Hidden(Experts))
                .Post("Again", Leads("/customs/*/map", "organization").Hidden(Experts)),
            new("customs/{id:guid}/file", "/customs/{import}/file", Country()),
            new("customs/{id:guid}/differences", "/customs/{import}/differences", Country()),
            new("customs/{id:guid}/unknown", "/customs/{import}/unknown", Country()),
            new RouteEntry(
                "customs/{id:guid}/withdraw",
                "/customs/{import}/withdraw",
                Imports()
            ).Post(Imports()),
            // It is in force: there is nothing to be mapped or committed any more.
            new RouteEntry(
                "customs/{id:guid}/map",
                "/customs/{import}/map",
                Leads("/customs/{import}", "organization").Hidden(Experts)
            ).Post(Leads("/customs/{import}", "organization").Hidden(Experts)),
            new RouteEntry(
                "customs/{id:guid}/commit",
                "/customs/{import}/commit",
                Leads("/customs/{import}", "organization").Hidden(Experts)
            ).Post(Imports()),
        ];

    private static Replies Country() => Opens(CountryWide).Hidden(Experts);

    private static Replies Imports() => Opens("organization").Hidden(Experts);

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var import = await site.Ask(db => db.CustomsImports.FirstAsync(i => i.Province == null));
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["import"] = import.Id,
            ["sent"] = import.FileId,
            ["profile"] = await Trade.TradeOf.Profile(site),
        };
    }
}
