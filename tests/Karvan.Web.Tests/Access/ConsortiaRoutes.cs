using static Karvan.Web.Tests.Access.Replies;

namespace Karvan.Web.Tests.Access;

/// <summary>Consortia, which one body alone keeps; no firm of the firm account is in those of the records.</summary>
internal sealed class ConsortiaRoutes : IRouteEntries
{
    private static readonly string[] CountryWide = ["organization", "auditor", "administrator"];
    private static readonly string[] Recorders = ["expert", "organization"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Consortia", "/consortia", Opens([.. CountryWide, "firm", "expert"])),
        new("Consortia/Index", "/consortia/index", Opens([.. CountryWide, "firm", "expert"])),
        new RouteEntry("consortia/record", "/consortia/record", Opens(Recorders)).Post(
            Opens(Recorders)
        ),
        new(
            "consortia/{id:guid}",
            "/consortia/{consortium}",
            Opens([.. CountryWide, "expert"]).Hidden("firm")
        ),
        new(
            "consortia/{id:guid}",
            "/consortia/{strange}",
            Opens(CountryWide).Hidden("firm", "expert")
        ),
        .. Forms("/edit"),
        .. Forms("/members"),
        .. Forms("/dissolve"),
        new RouteEntry(
            "consortia/{id:guid}/members/{member:guid}",
            "/consortia/{consortium}/members/{member}",
            Opens(Recorders)
        )
            .Post("End", Opens(Recorders))
            .Post("Remove", Opens(Recorders)),
        new RouteEntry(
            "consortia/{id:guid}/members/{member:guid}",
            "/consortia/{strange}/members/{strange-member}",
            Strange
        )
            .Post("End", Strange)
            .Post("Remove", Strange),
    ];

    /// <summary>Of another province than the expert's.</summary>
    private static Replies Strange => Opens("organization").Hidden("expert");

    private static RouteEntry[] Forms(string page) =>
        [
            new RouteEntry(
                $"consortia/{{id:guid}}{page}",
                $"/consortia/{{consortium}}{page}",
                Opens(Recorders)
            ).Post(Opens(Recorders)),
            new RouteEntry(
                $"consortia/{{id:guid}}{page}",
                $"/consortia/{{strange}}{page}",
                Strange
            ).Post(Strange),
        ];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var own = await site.ConsortiumOf(Visitors.Experts);
        var strange = await site.ConsortiumOf(Visitors.Elsewhere);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["consortium"] = own.Id,
            ["member"] = own.Member,
            ["strange"] = strange.Id,
            ["strange-member"] = strange.Member,
        };
    }
}
