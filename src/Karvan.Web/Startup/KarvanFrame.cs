using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Web.Parts.Frames;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Startup;

/// <summary>Who looks at a page, for which firm, and where they may go: asked of the same table as the pages themselves.</summary>
internal sealed class KarvanFrame(CurrentActor actor, KarvanContext db, KarvanSettings settings)
    : IPageFrame
{
    private const string Outbox = "nav.outbox";

    private static readonly (Act Act, string Key, string Href)[] Places =
    [
        (RegistryActs.ReadEnterprise, "nav.enterprises", "/enterprises"),
        (RegistryActs.ReadEnterprise, "nav.era", "/era"),
        (ConsortiaActs.ReadConsortium, "nav.consortia", "/consortia"),
        (CustomsActs.ReadCustoms, "nav.trade", "/trade"),
        (PlatformActs.ReadPublic, "nav.promoters", "/promoters"),
        (RegistryActs.ReadPromoterApplications, "nav.promoter-applications", "/promoters/applications"),
        (CustomsActs.ReadCustoms, "nav.customs", "/customs"),
        (PlatformActs.ReadJobs, "nav.jobs", "/jobs"),
        (RegistryActs.ReadReference, "nav.reference", "/reference"),
        (PlatformActs.ReadPublic, "nav.rulebooks", "/rulebooks"),
        (PlatformActs.ManageGrants, "nav.people", "/people"),
        (PlatformActs.ReadAudit, "nav.audit", "/audit"),
        (PlatformActs.ReadPublic, Outbox, "/outbox"),
    ];

    private PageFrame? made;

    /// <summary>Made once a request: a page may ask before its layout does.</summary>
    public async ValueTask<PageFrame> OfAsync(HttpContext context) => made ??= await Make(context);

    private async Task<PageFrame> Make(HttpContext context)
    {
        var who = actor.Value;
        var here = Here(context.Request.Path);
        var navigation = Places
            .Where(p => p.Key != Outbox || settings.Demo || GrantReach.IsNational(who))
            .Where(p => Decision.AllowsSome(who, p.Act))
            .Select(p => new NavigationEntry(p.Key, p.Href, p.Href == here))
            .Concat(OwnTrade(who))
            .ToList();
        if (who.PersonId is null)
        {
            return new PageFrame(null, null, [], navigation);
        }
        var firms = who.Grants.Select(g => g.EnterpriseId).OfType<Guid>().Distinct().ToList();
        var names =
            firms.Count == 0
                ? []
                : await db
                    .Enterprises.IgnoreQueryFilters()
                    .Where(e => firms.Contains(e.Id))
                    .OrderBy(e => e.SortKey)
                    .Select(e => new { e.Id, e.NameFa })
                    .ToListAsync(context.RequestAborted);
        var acting = names.ConvertAll(n => new Acting(n.Id.ToString(), n.NameFa, "role.firm-user"));
        return new PageFrame(
            who.Name,
            acting.Find(a => a.Id == who.ActingFor?.ToString()),
            [.. acting.Where(a => a.Id != who.ActingFor?.ToString())],
            navigation
        );
    }

    /// <summary>The trade of the firm somebody acts for.</summary>
    private static IEnumerable<NavigationEntry> OwnTrade(Actor who) =>
        who.ActingFor is { } firm && Decision.AllowsSome(who, CustomsActs.ContestLine)
            ? [new NavigationEntry("nav.own-trade", $"/enterprises/{firm}/trade", false)]
            : [];

    /// <summary>The place a page belongs to: of two that begin its address, the longer.</summary>
    private static string? Here(PathString path) =>
        Places
            .Select(p => p.Href)
            .Where(href => path.StartsWithSegments(href, StringComparison.Ordinal))
            .MaxBy(href => href.Length);
}
