using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>The rulebooks, which anybody reads.</summary>
internal sealed class RulesRoutes : IRouteEntries
{
    public IEnumerable<RouteEntry> All { get; } =
    [
        new("Rulebooks", "/rulebooks", Opens(Everybody)),
        new("Rulebooks/Index", "/rulebooks/index", Opens(Everybody)),
        new RouteEntry(
            "rulebooks/{id}/{year:int}",
            "/rulebooks/exemplary-exporter/1402",
            Opens(Everybody)
        ).Also("File", Opens(Everybody)),
    ];

    public Task<IReadOnlyDictionary<string, object>> Records(Site site) =>
        Task.FromResult<IReadOnlyDictionary<string, object>>(
            new Dictionary<string, object>(StringComparer.Ordinal)
        );
}
