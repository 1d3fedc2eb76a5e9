using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Web.Tests.Access;

/// <summary>A way into a page as the application has it.</summary>
internal sealed record PageHandler(string Route, string Method, string Name)
{
    public override string ToString() => $"{Route}: {Method}{(Name.Length == 0 ? "" : $" {Name}")}";
}

/// <summary>What the application itself says of its pages and their handlers.</summary>
internal static class PageHandlers
{
    public static async Task<IReadOnlyList<PageHandler>> Of(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new List<PageHandler>();
        foreach (var (route, page, endpoint) in Pages(site))
        {
            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            // A page without a handler for it answers GET all the same.
            found.Add(new PageHandler(route, "GET", ""));
            found.AddRange(
                compiled
                    .HandlerMethods.Where(h => h.Name is not null || h.HttpMethod is not "Get")
                    .Select(h => new PageHandler(
                        route,
                        h.HttpMethod.ToUpperInvariant(),
                        h.Name ?? ""
                    ))
            );
        }
        return found;
    }

    /// <summary>The routes of pages whose forms bring files: those are sent in another way.</summary>
    public static async Task<IReadOnlySet<string>> TakingFiles(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (route, page, endpoint) in Pages(site))
        {
            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            if (compiled.ModelTypeInfo?.IsDefined(typeof(TakesFilesAttribute), true) == true)
            {
                found.Add(route);
            }
        }
        return found;
    }

    private static IEnumerable<(string, PageActionDescriptor, RouteEndpoint)> Pages(Site site) =>
        from endpoint in site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        select (endpoint.RoutePattern.RawText ?? "", page, endpoint);
}
