using Karvan.Evaluation.Dossiers;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Dossiers: "filed" is a submitted one of the trade side's expert's province, "begun" one elsewhere that is not submitted.
/// Neither is of the firm that the firm account acts for.
/// </summary>
internal sealed class DossierRoutes : IRouteEntries
{
    /// <summary>Of document R's body, over the whole country.</summary>
    private static readonly string[] Wide = ["secretary", "auditor"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Dossiers", "/dossiers", Opens([.. Wide, "firm", "trade-expert"])),
        new("Dossiers/Index", "/dossiers/index", Opens([.. Wide, "firm", "trade-expert"])),
        new RouteEntry(
            "campaigns/{id:guid}/dossier",
            "/campaigns/{campaign-called}/dossier",
            Opens("firm")
        ).Post(Opens("firm")),
        new RouteEntry(
            "campaigns/{id:guid}/office",
            "/campaigns/{campaign-called}/office",
            Opens("secretary")
        ).Post(Opens("secretary")),
        new RouteEntry(
            "campaigns/{id:guid}/late",
            "/campaigns/{campaign-called}/late",
            Opens("secretary")
        ).Post(Opens("secretary")),
        .. Read("", FiledSeen, BegunSeen, Change),
        .. Read("/facts", FiledSeen, Hides("firm", "trade-expert")),
        .. Read("/groups/{group}", FiledSeen, Hides("firm", "trade-expert"), null, "/groups/R6"),
        .. Changes("/items/{criterion}/{item:guid?}", "/items/R6.10"),
        .. Changes("/remove/{item:guid}", "/remove/{dossier-item}"),
        .. Changes("/check", "/check"),
        new RouteEntry(
            "dossiers/{id:guid}/receipts/{number:long}",
            "/dossiers/{dossier-filed}/receipts/{receipt-filed}",
            FiledSeen
        )
            .Also("Proof", FiledSeen)
            .Also("Content", FiledSeen),
        new RouteEntry(
            "dossiers/{id:guid}/withdraw",
            "/dossiers/{dossier-filed}/withdraw",
            Opens("secretary").Hidden("firm")
        ).Post(Opens("secretary").Hidden("firm")),
    ];

    private static Replies Hides(params string[] accounts) => Opens().Hidden(accounts);

    private static Replies FiledSeen => Opens([.. Wide, "trade-expert"]).Hidden("firm");

    private static Replies BegunSeen => Opens(Wide).Hidden("firm", "trade-expert");

    /// <summary>The firm's alone: the office changes none but those that it began.</summary>
    private static Replies Change => Hides("firm");

    private static RouteEntry[] Read(
        string route,
        Replies filed,
        Replies begun,
        Replies? changed = null,
        string? at = null
    )
    {
        RouteEntry[] both =
        [
            new($"dossiers/{{id:guid}}{route}", $"/dossiers/{{dossier-filed}}{at ?? route}", filed),
            new($"dossiers/{{id:guid}}{route}", $"/dossiers/{{dossier-begun}}{at ?? route}", begun),
        ];
        return changed is null
            ? both
            : [Changed(both[0], changed), Changed(both[1], Hides("firm", "trade-expert"))];
    }

    private static RouteEntry Changed(RouteEntry entry, Replies replies) =>
        entry.Post("Group", replies).Post("Copy", replies).Post("TakeBack", replies);

    private static RouteEntry[] Changes(string route, string at) =>
        [
            new RouteEntry(
                $"dossiers/{{id:guid}}{route}",
                $"/dossiers/{{dossier-filed}}{at}",
                Change
            ).Post(Change),
        ];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var filed = await site.Ask(db =>
            db.Dossiers.FirstAsync(d =>
                d.Province == TradeExperts && d.State == DossierState.Submitted
            )
        );
        var begun = await site.Ask(db =>
            db.Dossiers.FirstAsync(d => d.Province != TradeExperts && d.State == DossierState.Draft)
        );
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["dossier-filed"] = filed.Id,
            ["dossier-begun"] = begun.Id,
            ["dossier-item"] = Guid.NewGuid(),
            ["receipt-filed"] = filed.ReceiptNumber!,
        };
    }
}
