using Karvan.Platform.Papers;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Official papers and letterheads, by those of the provincial company whose expert the demo has: the other body sees none of
/// them, and the firm what has its number.
/// </summary>
internal sealed class PaperRoutes : IRouteEntries
{
    private static readonly string[] Company = ["organization", "expert"];
    private static readonly string[] OtherBody = ["trade-expert", "secretary"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("papers", "/papers", Opens([.. Company, .. OtherBody, "auditor", "firm"])),
        .. Of("{draft}", Opens([.. Company, "auditor"]).Hidden([.. OtherBody, "firm"])),
        .. Of("{issued}", Opens([.. Company, "auditor", "firm"]).Hidden(OtherBody)),
        .. Copies("{draft}"),
        .. Copies("{issued}"),
        .. Letterheads,
        .. Statements,
    ];

    private static RouteEntry[] Of(string paper, Replies seen)
    {
        var firm = paper == "{draft}" ? "firm" : null;
        Replies Issue() => Opens(Company).Hidden(firm is null ? OtherBody : [.. OtherBody, firm]);
        (string, string) old = ("version", "-1");
        return
        [
            new RouteEntry("papers/{id:guid}", $"/papers/{paper}", seen)
                .Post("Edit", Issue(), old)
                .Post("Number", Issue(), old)
                .Post("Withdraw", Issue(), old, ("Reason", "because")),
            new("papers/{id:guid}/print", $"/papers/{paper}/print", seen),
        ];
    }

    private static RouteEntry[] Copies(string paper) =>
        [
            new RouteEntry(
                "papers/{id:guid}/copy",
                $"/papers/{paper}/copy",
                Opens(Company).Hidden(OtherBody)
            ).Post(Opens(Company).Hidden(OtherBody), ("version", "-1")),
        ];

    private static RouteEntry[] Letterheads
    {
        get
        {
            string[] keepers = [.. Company, .. OtherBody, "administrator"];
            const string route = "papers/letterheads/one/{id:guid?}";
            const string page = "/papers/letterheads/one";
            return
            [
                new("papers/letterheads", "/papers/letterheads", Opens([.. keepers, "auditor"])),
                new RouteEntry(route, page, Opens(keepers)).Post(Opens(keepers)),
                // What stands on paper is no secret: another body's is forbidden, and not missing.
                new RouteEntry(
                    route,
                    page + "/{letterhead}",
                    Opens([.. Company, "administrator"])
                ).Post(Opens([.. Company, "administrator"])),
            ];
        }
    }

    private static RouteEntry[] Statements
    {
        get
        {
            const string route = "enterprises/{id:guid}/trade/statement";
            var own = Opens(Company).Hidden("trade-expert");
            var other = Opens("organization").Hidden("expert", "trade-expert");
            return
            [
                new RouteEntry(route, "/enterprises/{theirs}/trade/statement", own).Post(own),
                new RouteEntry(route, "/enterprises/{other}/trade/statement", other).Post(other),
            ];
        }
    }

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        await site.Ask(async db => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["draft"] = await db
                .OfficialPapers.Where(p => p.State == PaperState.Draft)
                .Select(p => p.Id)
                .FirstAsync(),
            ["issued"] = await db
                .OfficialPapers.Where(p => p.State == PaperState.Numbered)
                .Select(p => p.Id)
                .FirstAsync(),
            ["letterhead"] = await db
                .Letterheads.Where(l => l.Province == Experts)
                .Select(l => l.Id)
                .SingleAsync(),
        });
}
