using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Web.Components.Frames;
using Karvan.Web.Modules;
using Karvan.Web.Settings;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Frame;

/// <summary>Who looks at a page, for which firm, and where they may go: asked of the same table as the pages themselves.</summary>
internal sealed class KarvanFrame(CurrentActor actor, IFirmNames names, KarvanSettings settings)
    : IPageFrame
{
    private PageFrame? made;

    /// <summary>Made once a request: a page may ask before its layout does.</summary>
    public async ValueTask<PageFrame> OfAsync(HttpContext context) => made ??= await Make(context);

    private async Task<PageFrame> Make(HttpContext context)
    {
        var who = actor.Value;
        var here = Here(context.Request.Path);
        var navigation = WebModules
            .Navigation.Where(p => Decision.AllowsSome(who, p.Act))
            .Where(p => p.ShownTo?.Invoke(who, settings) ?? true)
            .Select(p => (p.TextKey, Href: p.HrefFor(who)))
            .Where(p => p.Href is not null)
            .Select(p => new NavigationEntry(p.TextKey, p.Href!, p.Href == here))
            .ToList();
        if (who.PersonId is null)
        {
            return new PageFrame(null, null, [], navigation);
        }
        var firms = who.Grants.Select(g => g.EnterpriseId).OfType<Guid>().Distinct().ToList();
        var known = await names.Find(firms, context.RequestAborted);
        var acting = known
            .Select(n => new Acting(n.Id.ToString(), n.NameFa, "role.firm-user"))
            .ToList();
        return new PageFrame(
            who.Name,
            acting.Find(a => a.Id == who.ActingFor?.ToString()),
            [.. acting.Where(a => a.Id != who.ActingFor?.ToString())],
            navigation
        );
    }

    /// <summary>The place a page belongs to: of two that begin its address, the longer.</summary>
    private static string? Here(PathString path) =>
        WebModules
            .Navigation.Select(p => p.Href)
            .OfType<string>()
            .Where(href => path.StartsWithSegments(href, StringComparison.Ordinal))
            .MaxBy(href => href.Length);
}
