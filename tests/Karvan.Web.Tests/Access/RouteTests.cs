using System.Net;
using Karvan.Core.Promoters;
using Karvan.Core.Registry;
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
    private const string Own = "00";
    private const string Other = "21";

    /// <summary>Who gets in. {own} and {other} stand for a firm of the expert's province and of another one.</summary>
    private static readonly (string Route, string Path, string[] Allowed)[] Table =
    [
        ("", "/", Everybody),
        ("Index", "/Index", Everybody),
        ("sign-in", "/sign-in", Everybody),
        ("stand-in", "/stand-in", Everybody),
        ("account/sign-up", "/account/sign-up", Everybody),
        ("account/confirm", "/account/confirm?id=00000000-0000-0000-0000-000000000000", Everybody),
        ("account/forgot", "/account/forgot", Everybody),
        ("account/reset", "/account/reset?id=00000000-0000-0000-0000-000000000000", Everybody),
        ("parts", "/parts", Everybody),
        ("problems/fault", "/problems/fault", Everybody),
        ("problems/status", "/problems/status", Everybody),
        ("Outbox", "/outbox", Everybody),
        ("Outbox/Index", "/outbox/index", Everybody),
        ("sign-out", "/sign-out", SignedIn),
        ("acting", "/acting", SignedIn),
        ("account/sessions", "/account/sessions", SignedIn),
        ("account", "/account", SignedIn),
        ("account/password", "/account/password", SignedIn),
        ("account/email", "/account/email", SignedIn),
        ("account/second-factor", "/account/second-factor", SignedIn),
        ("account/email/confirm", "/account/email/confirm", Everybody),
        ("invitation", "/invitation?token=none", Everybody),
        ("people", "/people", ["administrator"]),
        ("people/invite", "/people/invite", ["administrator"]),
        ("people/{id:guid}", "/people/{person}", ["administrator"]),
        ("Enterprises/Register", "/enterprises/register", SignedIn),
        ("Enterprises", "/enterprises", Registry),
        ("Enterprises/Index", "/enterprises/index", Registry),
        ("enterprises/{id:guid}", "/enterprises/{own}", [.. CountryWide, "expert"]),
        ("enterprises/{id:guid}", "/enterprises/{other}", CountryWide),
        ("enterprises/{id:guid}/edit", "/enterprises/{own}/edit", ["expert"]),
        ("enterprises/{id:guid}/edit", "/enterprises/{other}/edit", []),
        ("Era", "/era", Registry),
        ("Era/Index", "/era/index", Registry),
        ("enterprises/{id:guid}/era/add", "/enterprises/{own}/era/add", ["expert"]),
        ("enterprises/{id:guid}/era/add", "/enterprises/{other}/era/add", []),
        (
            "enterprises/{id:guid}/era/{certificate:guid}",
            "{own-certificate}",
            [.. CountryWide, "expert"]
        ),
        ("enterprises/{id:guid}/era/{certificate:guid}", "{other-certificate}", CountryWide),
        ("files/{id:guid}", "/files/{own-file}", [.. CountryWide, "expert"]),
        ("files/{id:guid}", "/files/{other-file}", CountryWide),
        ("files/{id:guid}/inline", "/files/{own-file}/inline", [.. CountryWide, "expert"]),
        ("files/{id:guid}/inline", "/files/{other-file}/inline", CountryWide),
        ("files/{id:guid}/view", "/files/{own-file}/view", [.. CountryWide, "expert"]),
        ("files/{id:guid}/view", "/files/{other-file}/view", CountryWide),
        ("promoters", "/promoters", Everybody),
        ("promoters/{id:guid}", "/promoters/{promoter}", Everybody),
        ("promoters/apply", "/promoters/apply", SignedIn),
        // What was judged of the approved promoter is closed to them; who never applied has nothing to check or leave.
        ("promoters/apply/about", "/promoters/apply/about", NotInDatabank),
        ("promoters/apply/languages", "/promoters/apply/languages", NotInDatabank),
        ("promoters/apply/experience", "/promoters/apply/experience", NotInDatabank),
        ("promoters/apply/education", "/promoters/apply/education", NotInDatabank),
        ("promoters/apply/fields", "/promoters/apply/fields", SignedIn),
        ("promoters/apply/contact", "/promoters/apply/contact", SignedIn),
        ("promoters/apply/check", "/promoters/apply/check", ["promoter"]),
        ("promoters/apply/leave", "/promoters/apply/leave", ["promoter"]),
        ("promoters/applications", "/promoters/applications", [.. Databank, "expert"]),
        (
            "promoters/applications/{id:guid}",
            "/promoters/applications/{application}",
            [.. Databank, "expert"]
        ),
        ("promoters/applications/{id:guid}", "/promoters/applications/{elsewhere}", Databank),
        (
            "promoters/applications/{id:guid}/interview",
            "/promoters/applications/{application}/interview",
            ["organization", "expert"]
        ),
        (
            "promoters/applications/{id:guid}/interview",
            "/promoters/applications/{elsewhere}/interview",
            ["organization"]
        ),
        // The firm of the demo's user is neither of these.
        ("enterprises/{id:guid}/people", "/enterprises/{own}/people", []),
        ("enterprises/{id:guid}/people", "/enterprises/{other}/people", []),
        ("Rulebooks", "/rulebooks", Everybody),
        ("Rulebooks/Index", "/rulebooks/index", Everybody),
        ("rulebooks/{id}/{year:int}", "/rulebooks/exemplary-exporter/1402", Everybody),
        ("Audit", "/audit", ["auditor", "administrator"]),
        ("Audit/Index", "/audit/index", ["auditor", "administrator"]),
        ("audit/{id:long}", "/audit/{event}", ["auditor", "administrator"]),
        ("Audit/Heads", "/audit/heads", Everybody),
    ];

    private static string[] SignedIn =>
        [
            "firm",
            "newcomer",
            "promoter",
            "expert",
            "trade-expert",
            "organization",
            "reviewer",
            "secretary",
            "auditor",
            "administrator",
        ];

    private static string[] Everybody => ["", .. SignedIn];

    private static string[] NotInDatabank => [.. SignedIn.Where(a => a != "promoter")];

    private static string[] Databank => ["organization", "auditor", "administrator"];

    private static string[] CountryWide =>
        ["organization", "secretary", "auditor", "administrator"];

    private static string[] Registry => ["firm", "expert", "trade-expert", .. CountryWide];

    [OnBothDatabases]
    [Theory]
    public async Task Every_route_opens_to_those_of_the_table_and_to_nobody_else(Provider provider)
    {
        await using var site = await Site.On(provider);
        var own = await site.FirmOf(Own, VerificationState.Waiting);
        var other = await site.FirmOf(Other, VerificationState.Verified);
        var (ownCertificate, ownFile) = await CertificateOf(site, Own);
        var (otherCertificate, otherFile) = await CertificateOf(site, Other);
        var promoter = await site.PromoterOf("00", PromoterState.Approved);
        var application = await site.PromoterOf(Own, PromoterState.Submitted);
        var elsewhere = await site.PromoterOf("08", PromoterState.Submitted);
        var happened = await site.Ask(db => db.AuditEvents.MinAsync(e => e.Id));
        var person = await site.Ask(db => db.Users.MinAsync(p => p.Id));
        (string Name, object Value)[] places =
        [
            ("{own}", own),
            ("{other}", other),
            ("{own-certificate}", ownCertificate),
            ("{other-certificate}", otherCertificate),
            ("{own-file}", ownFile),
            ("{other-file}", otherFile),
            ("{promoter}", promoter),
            ("{application}", application),
            ("{elsewhere}", elsewhere),
            ("{event}", happened),
            ("{person}", person),
        ];
        var wrong = new List<string>();
        foreach (var account in Everybody)
        {
            var visitor = account.Length == 0 ? site.Visitor() : await site.SignedIn(account);
            foreach (var (_, path, allowed) in Table)
            {
                var address = places.Aggregate(
                    path,
                    (p, place) => p.Replace(place.Name, $"{place.Value}", StringComparison.Ordinal)
                );
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

    /// <summary>A certificate of the province that is not of the firm user's own firms.</summary>
    private static Task<(string Path, string File)> CertificateOf(Site site, string province) =>
        site.Ask(async db =>
        {
            var theirs = db.Grants.Where(g => g.EnterpriseId != null).Select(g => g.EnterpriseId);
            var found = await db
                .EraCertificates.Where(c =>
                    c.Province == province && !theirs.Contains(c.EnterpriseId)
                )
                .OrderBy(c => c.NumberKey)
                .FirstAsync();
            return ($"/enterprises/{found.EnterpriseId}/era/{found.Id}", $"{found.AttachmentId}");
        });

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
            Table
                .Select(t => t.Route)
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
