using Karvan.Platform.Persistence;
using Karvan.Registry.Reference;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>The dated lists: open to anybody, kept by few.</summary>
internal sealed class ReferenceRoutes : IRouteEntries
{
    private static readonly string[] Editors = ["organization", "administrator"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Reference", "/reference", Opens(Everybody)),
        new("Reference/Index", "/reference/index", Opens(Everybody)),
        new("reference/missions", "/reference/missions", Opens(Everybody)),
        new("reference/holidays", "/reference/holidays", Opens(Everybody)),
        new("reference/product-groups", "/reference/product-groups", Opens(Everybody)),
        new("reference/sizes", "/reference/sizes", Opens(Everybody)),
        new("reference/aliases", "/reference/aliases", Opens(Everybody)),
        new("reference/countries", "/reference/countries", Opens(Everybody)),
        new("reference/provinces", "/reference/provinces", Opens(Everybody)),
        new("reference/{list}/history", "/reference/missions/history", Opens(Everybody)),
        new RouteEntry(
            "reference/holidays/import",
            "/reference/holidays/import",
            Opens(Editors)
        ).Post(Opens(Editors)),
        // Whether a country has a mission is the Organization's alone to keep (S.a).
        .. Rows("missions", "mission", "organization"),
        .. Rows("holidays", "holiday", Editors),
        .. Rows("product-groups", "product-group", Editors),
        .. Rows("sizes", "size", Editors),
        .. Rows("aliases", "alias", Editors),
    ];

    /// <summary>A row that is yet to be added, and one that is there.</summary>
    private static RouteEntry[] Rows(string list, string row, params string[] editors) =>
        [
            new RouteEntry(
                $"reference/{list}/row/{{id:guid?}}",
                $"/reference/{list}/row",
                Opens(editors)
            ).Post(Opens(editors)),
            new RouteEntry(
                $"reference/{list}/row/{{id:guid?}}",
                $"/reference/{list}/row/{{{row}}}",
                Opens(editors)
            )
                .Post(Opens(editors))
                .Post("Withdraw", Opens(editors)),
        ];

    public Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        site.Ask(async db =>
            (IReadOnlyDictionary<string, object>)
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["mission"] = await First<Mission>(db),
                    ["holiday"] = await First<Holiday>(db),
                    ["product-group"] = await First<ProductGroup>(db),
                    ["size"] = await First<SizeThreshold>(db),
                    ["alias"] = await First<CountryAlias>(db),
                }
        );

    private static Task<Guid> First<TRow>(KarvanContext db)
        where TRow : ReferenceRow => db.Set<TRow>().Select(r => r.Id).OrderBy(i => i).FirstAsync();
}
