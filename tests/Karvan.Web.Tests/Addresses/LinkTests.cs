using System.Reflection;
using Karvan.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Addresses;

/// <summary>Links are written while the pages are compiled; routing makes the same addresses of them while it runs.</summary>
public sealed class LinkTests
{
    private static readonly Guid Id = Guid.Parse("0b8c3a1e-5f60-4c1f-8a43-5a6f6f0f9a11");

    [Fact]
    public async Task A_link_is_the_address_that_routing_knows()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder
            .Services.AddRazorPages(ModulePages.Set)
            .AddApplicationPart(typeof(ModulePages).Assembly);
        await using var app = builder.Build();
        app.MapRazorPages();
        app.UseRouting();
        // Without a request, but so that routing knows its pages.
        app.UseEndpoints(_ => { });
        var routing = app.Services.GetRequiredService<LinkGenerator>();
        var pages = Pages(app.Services).ToList();
        Assert.Contains("/Consortia/Pages/Consortia/Member", pages.Select(p => p.Page));
        foreach (var (page, route) in pages)
        {
            foreach (var values in Values(route))
            {
                var expected = routing.GetPathByPage(page, values: values);
                // Routing writes a folder as the disk does; addresses are in small letters, and so is every value here.
                Assert.Equal(expected?.ToLowerInvariant(), Link(page, route, values));
            }
        }
    }

    [Fact]
    public void Text_in_a_link_stays_one_segment() =>
        Assert.Equal("/reference/a%2Fb%3Fc/history", Links.Reference.History("a/b?c"));

    [Fact]
    public void Values_follow_a_question_mark()
    {
        var link = Links
            .Enterprises.People(Id)
            .With("sent", (string?)null)
            .With("a&b", "c=d e")
            .With("page", -2)
            .With("id", Id)
            .With("day", DayOfWeek.Friday);
        Assert.Equal($"/enterprises/{Id}/people?a%26b=c%3Dd%20e&page=-2&id={Id}&day=Friday", link);
    }

    private static IEnumerable<(string Page, RoutePattern Route)> Pages(
        IServiceProvider services
    ) =>
        from endpoint in services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        select (page.ViewEnginePath, endpoint.RoutePattern);

    /// <summary>A value for each place of a route, and none for a place that may be left out.</summary>
    private static IEnumerable<RouteValueDictionary> Values(RoutePattern route)
    {
        var all = new RouteValueDictionary(
            route.Parameters.ToDictionary(p => p.Name, Value, StringComparer.Ordinal)
        );
        yield return all;
        if (route.Parameters is [.., { IsOptional: true } optional])
        {
            yield return new RouteValueDictionary(all) { [optional.Name] = null };
        }
    }

    private static object? Value(RoutePatternParameterPart place) =>
        (place.ParameterPolicies is [var policy, ..] ? policy.Content : null) switch
        {
            "guid" => Id,
            "int" => 12,
            "long" => 5_000_000_000L,
            _ => " b",
        };

    private static string? Link(string page, RoutePattern route, RouteValueDictionary values)
    {
        var names = page[(page.IndexOf("/Pages/", StringComparison.Ordinal) + "/Pages/".Length)..]
            .Split('/');
        var folder = names[..^1]
            .Aggregate(
                typeof(Links),
                (type, name) =>
                    type.GetNestedType(name, BindingFlags.NonPublic | BindingFlags.Public)!
            );
        return route.Parameters.Count == 0
            ? (string?)folder.GetField(names[^1])!.GetRawConstantValue()
            : (string?)
                folder
                    .GetMethod(names[^1])!
                    .Invoke(null, [.. route.Parameters.Select(p => values[p.Name])]);
    }
}
