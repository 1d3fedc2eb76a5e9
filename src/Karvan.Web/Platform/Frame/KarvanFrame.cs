using Karvan.Core.Accounts;
using Karvan.Core.Persistence;
using Karvan.Core.Registry;
using Karvan.Web.Components.Frames;
using Karvan.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Decision = Karvan.Core.Accounts.Access;

namespace Karvan.Web.Platform.Frame;

/// <summary>Who looks at a page, for which firm, and where they may go: asked of the same table as the pages themselves.</summary>
internal sealed class KarvanFrame(CurrentActor actor, KarvanContext db, KarvanSettings settings)
    : IPageFrame
{
    private const string Outbox = "nav.outbox";

    private static readonly (Act Act, string Key, string Href)[] Places =
    [
        (Act.ReadEnterprise, "nav.enterprises", "/enterprises"),
        (Act.ReadEnterprise, "nav.era", "/era"),
        (Act.ReadConsortium, "nav.consortia", "/consortia"),
        (Act.ReadCustoms, "nav.trade", "/trade"),
        (Act.ReadPublic, "nav.promoters", "/promoters"),
        (Act.ReadPromoterApplications, "nav.promoter-applications", "/promoters/applications"),
        (Act.ReadCustoms, "nav.customs", "/customs"),
        (Act.ReadJobs, "nav.jobs", "/jobs"),
        (Act.ReadReference, "nav.reference", "/reference"),
        (Act.ReadPublic, "nav.rulebooks", "/rulebooks"),
        (Act.ManageGrants, "nav.people", "/people"),
        (Act.ReadAudit, "nav.audit", "/audit"),
        (Act.ReadPublic, Outbox, "/outbox"),
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
        who.ActingFor is { } firm && Decision.AllowsSome(who, Act.ContestLine)
            ? [new NavigationEntry("nav.own-trade", $"/enterprises/{firm}/trade", false)]
            : [];

    /// <summary>The place a page belongs to: of two that begin its address, the longer.</summary>
    private static string? Here(PathString path) =>
        Places
            .Select(p => p.Href)
            .Where(href => path.StartsWithSegments(href, StringComparison.Ordinal))
            .MaxBy(href => href.Length);
}
