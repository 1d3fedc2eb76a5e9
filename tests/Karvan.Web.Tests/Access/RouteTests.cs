using System.Net;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Every route against every kind of visitor. The table is written by hand from the roles; a new page without a line
/// here fails.
/// </summary>
public sealed class RouteTests
{
    [OnBothDatabases]
    [Theory]
    public async Task Every_route_opens_to_those_of_the_table_and_to_nobody_else(Provider provider)
    {
        await using var site = await Site.On(provider);
        var addresses = await RouteTable.Addresses(site);
        var wrong = new List<string>();
        foreach (var account in RouteTable.Everybody)
        {
            var visitor = account.Length == 0 ? site.Visitor() : await site.SignedIn(account);
            foreach (var (_, path, allowed) in RouteTable.Lines)
            {
                var address = addresses(path);
                var answer = await visitor.GetAsync(address);
                var opened = answer.StatusCode is HttpStatusCode.OK;
                // A page about a refusal is no refusal, and the page of a fault answers with its status.
                var expected = allowed.Contains(account, StringComparer.Ordinal);
                var problem = path.StartsWith("/problems", StringComparison.Ordinal);
                if (!problem && opened != expected)
                {
                    wrong.Add(
                        $"{(account.Length == 0 ? "public" : account)} {path}: {(int)answer.StatusCode}"
                    );
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_page_stands_in_the_table()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var routes = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.NotEmpty(routes);
        Assert.Equal(
            routes.Order(StringComparer.OrdinalIgnoreCase),
            RouteTable
                .Lines.Select(t => t.Route)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>What is no page: each is known, and why it needs no question.</summary>
    [Fact]
    public async Task Every_other_endpoint_is_known()
    {
        string[] known =
        [
            // Answers nothing but whether it lives.
            "/health/live",
            "/health/ready",
            // Asks for a token, or where the request comes from: MetricsTests.
            "/metrics",
            // The look of rulebooks.
            "/rulebooks/page.css",
            // Files that anybody may have, while developing.
            "{**path:file}",
            // Set a cookie of the visitor's own.
            "/language",
            "/theme",
        ];
        await using var site = await Site.On(Provider.Sqlite);
        var others = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<PageActionDescriptor>() is null
                && e.Metadata.All(m =>
                    !m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)
                )
            )
            .Select(e => e.RoutePattern.RawText ?? "");
        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            others.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }
}
