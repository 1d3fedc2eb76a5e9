using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Rules.Reference;
using Karvan.Web.Components.Frames;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Karvan.Web.Settings;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Frame;

/// <summary>Who looks at a page, for which firm, and where they may go: asked of the same table as the pages themselves.</summary>
internal sealed class KarvanFrame(
    CurrentActor actor,
    IFirmNames names,
    KarvanSettings settings,
    PageTexts words
) : IPageFrame
{
    private PageFrame? made;

    /// <summary>Made once a request: a page may ask before its layout does.</summary>
    public async ValueTask<PageFrame> OfAsync(HttpContext context) => made ??= await Make(context);

    private async Task<PageFrame> Make(HttpContext context)
    {
        var who = actor.Value;
        var navigation = Navigation(who, context.Request.Path);
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
        )
        {
            NewNotices = actor.NewNotices,
            Role = RoleOf(who),
        };
    }

    /// <summary>Of several the first, with how many there are besides: one's own account shows all of them.</summary>
    private Said? RoleOf(Actor who)
    {
        var roles = who.Grants.Where(g => g.EnterpriseId is null).ToList();
        if (roles.Count == 0)
        {
            return null;
        }
        var first = roles[0];
        var where =
            !first.Role.IsStaff() ? null
            : first.Provinces.All ? words["chain.country"]
            : (Said?)
                PageTexts.Name(
                    string.Join(
                        words.IsPersian ? "، " : ", ",
                        first.Provinces.Codes.Select(c =>
                            ReferenceTable.Provinces.Name(c, words.Language)
                        )
                    )
                );
        var role = words[$"role.name.{first.Role}"];
        var shown = where is null ? role : words["frame.role", ("role", role), ("where", where)];
        return roles.Count == 1
            ? shown
            : words["frame.roles", ("role", shown), ("count", roles.Count - 1)];
    }

    private List<NavigationSection> Navigation(Actor who, PathString path)
    {
        var places = WebModules
            .Navigation.Where(p => Decision.AllowsSome(who, p.Act))
            .Where(p => p.ShownTo?.Invoke(who, settings) ?? true)
            .Select(p => (p.Group, p.TextKey, Href: p.HrefFor(who)))
            .Where(p => p.Href is not null)
            .ToList();
        // The place a page belongs to: of two that begin its address, the longer.
        var here = places
            .Select(p => p.Href!)
            .Where(href => path.StartsWithSegments(href, StringComparison.Ordinal))
            .MaxBy(href => href.Length);
        return
        [
            .. places
                .GroupBy(p => p.Group)
                .Select(g => new NavigationSection(
                    g.Key,
                    [.. g.Select(p => new NavigationEntry(p.TextKey, p.Href!, p.Href == here))]
                )),
        ];
    }
}
