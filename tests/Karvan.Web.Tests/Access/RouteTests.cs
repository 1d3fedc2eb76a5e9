using System.Net;
using Karvan.Testing.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Every page and every form against every kind of visitor. What they are answered is written by hand from the roles; a
/// page or a form without an entry fails.
/// </summary>
public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_opens_to_those_of_the_table_and_to_nobody_else()
    {
        await using var site = await Walked(Provider.Sqlite);
        var walk = await Walk(site, _ => Visitors.Everybody);
        AssertNothing([
            .. await walk.Gets(),
            .. await walk.FormsThatAreNone(),
            .. await walk.Posts(),
        ]);
    }

    /// <summary>
    /// The tests of pages stand on SQLite and those of use cases on both. That every question a page asks is understood by
    /// PostgreSQL too is seen by one of those to whom it opens, and one of those it is closed to.
    /// </summary>
    [Fact]
    public async Task Every_route_answers_on_the_other_database_too()
    {
        await using var site = await Walked(Provider.Postgres);
        var walk = await Walk(site, handler => handler.Replies.OneOfEach());
        AssertNothing([.. await walk.Gets(), .. await walk.Posts()]);
    }

    [Fact]
    public async Task Every_page_and_every_form_stands_in_the_table()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var has = await PageHandlers.Of(site);
        Assert.NotEmpty(has);
        AssertNothing(NotOneToOne(has, RouteTable.Entries));
    }

    [Fact]
    public void A_page_or_form_without_an_entry_is_named()
    {
        RouteEntry[] entries =
        [
            new RouteEntry("firms", "/firms", Replies.Opens()).Post("Gone", Replies.Opens()),
        ];
        PageHandler[] has =
        [
            new("firms", "GET", ""),
            new("Firms", "POST", ""),
            new("firms", "GET", "File"),
            new("firms/new", "GET", ""),
        ];
        Assert.Equal(
            [
                "Firms: POST stands in no entry",
                "firms: GET File stands in no entry",
                "firms/new: GET stands in no entry",
                "firms: POST Gone has an entry, but no page",
            ],
            NotOneToOne(has, entries)
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, null, "people", "found 500, expected 403")]
    [InlineData(HttpStatusCode.NotFound, null, "people", "found 404, expected 403")]
    [InlineData(HttpStatusCode.OK, null, "people", "found 200, expected 403")]
    [InlineData(HttpStatusCode.BadRequest, null, "people", "found 400, expected 403")]
    [InlineData(
        HttpStatusCode.Redirect,
        "/sign-in",
        "people",
        "found 302 to /sign-in, expected 403"
    )]
    [InlineData(HttpStatusCode.Forbidden, null, null, "reached no page, expected 'people'")]
    [InlineData(HttpStatusCode.Forbidden, null, "jobs", "reached 'jobs', expected 'people'")]
    [InlineData(HttpStatusCode.Forbidden, null, "People", null)]
    public void Only_the_very_denial_of_the_page_is_one(
        HttpStatusCode status,
        string? to,
        string? reached,
        string? said
    ) =>
        Assert.Equal(
            said,
            RouteWalk.Difference("people", Reply.Forbidden, reached, new Reply(status, to))
        );

    [Theory]
    [InlineData("/", "found 302 to /, expected 302 to /sign-in")]
    [InlineData("/sign-in-elsewhere", "found 302 to /sign-in-elsewhere, expected 302 to /sign-in")]
    [InlineData("http://localhost/sign-in?back=%2Fpeople", null)]
    [InlineData("/sign-in?back=%2Fpeople", null)]
    public void Only_the_way_to_sign_in_is_one(string to, string? said)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.Redirect);
        answer.Headers.Location = new Uri(to, UriKind.RelativeOrAbsolute);
        Assert.Equal(
            said,
            RouteWalk.Difference("people", Reply.SignIn, "people", Reply.Of(answer))
        );
    }

    [Theory]
    [InlineData("/customs/8d0a3a4e-8f5d-4c8f-9a52-3a1d7c1d0f7e/map", true)]
    [InlineData("/customs/new/map", false)]
    [InlineData("/customs/8d0a3a4e-8f5d-4c8f-9a52-3a1d7c1d0f7e", false)]
    [InlineData("/customs/8d0a3a4e-8f5d-4c8f-9a52-3a1d7c1d0f7e/file", false)]
    [InlineData(null, false)]
    public void A_star_stands_for_an_id_alone(string? to, bool fits) =>
        Assert.Equal(
            fits,
            Reply.Leads("/customs/*/map").Fits(new Reply(HttpStatusCode.Redirect, to))
        );

    [Fact]
    public async Task A_mistyped_path_reaches_no_page()
    {
        await using var site = await Walked(Provider.Sqlite);
        var visitor = site.Visitor();
        var mistyped = await visitor.GetAsync("/poeple");
        Assert.Equal(HttpStatusCode.NotFound, mistyped.StatusCode);
        Assert.False(mistyped.Headers.Contains(WalkedRequests.Route));
        var missing = await visitor.GetAsync($"/promoters/{Guid.Empty}");
        Assert.Equal(
            (HttpStatusCode.NotFound, "promoters/{id:guid}"),
            (missing.StatusCode, missing.Headers.GetValues(WalkedRequests.Route).Single())
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
            // Pictures of the guides, which anybody may read: HelpTests.
            "/help/pictures/{language}/{name}",
            // Asks for the secret of its person: NoticePageTests.
            "/calendar/feed/{secret}.ics",
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

    private static IEnumerable<string> NotOneToOne(
        IReadOnlyList<PageHandler> has,
        IReadOnlyList<RouteEntry> entries
    )
    {
        var written = entries
            .SelectMany(e => e.Handlers.Select(h => new PageHandler(e.Route, h.Method, h.Name)))
            .ToList();
        return has.ExceptBy(written.Select(Key), Key)
            .Select(h => $"{h} stands in no entry")
            .Concat(
                written.ExceptBy(has.Select(Key), Key).Select(h => $"{h} has an entry, but no page")
            );

        static string Key(PageHandler h) => h.ToString().ToUpperInvariant();
    }

    private static Task<Site> Walked(Provider provider) =>
        Site.On(provider, services => services.AddSingleton<IStartupFilter, WalkedRequests>());

    private static async Task<RouteWalk> Walk(
        Site site,
        Func<RouteHandler, IEnumerable<string>> who
    ) => new(site, await RouteTable.Addresses(site), await PageHandlers.TakingFiles(site), who);

    /// <summary>Not Assert.Empty, which shows only the first few.</summary>
    private static void AssertNothing(IEnumerable<string> wrong)
    {
        var all = wrong.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
