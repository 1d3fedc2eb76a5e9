using Karvan.Customs;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Registry.Promoters;
using Karvan.Web.Tests.Trade;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Which page opens to whom, written by hand from the roles; accounts are those of the demo, and nobody is the public.
/// </summary>
internal static class RouteTable
{
    private const string Own = "00";
    private const string Other = "21";

    /// <summary>Who gets in. {own} and {other} stand for a firm of the expert's province and of another one.</summary>
    public static readonly (string Route, string Path, string[] Allowed)[] Lines =
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
        ("enterprises/{id:guid}/succession", "/enterprises/{own}/succession", ["expert"]),
        ("enterprises/{id:guid}/succession", "/enterprises/{other}/succession", []),
        ("enterprises/duplicates", "/enterprises/duplicates", ["expert", "trade-expert"]),
        ("enterprises/duplicates/{id:guid}", "/enterprises/duplicates/{twins}", ["expert"]),
        ("Consortia", "/consortia", Consortia),
        ("Consortia/Index", "/consortia/index", Consortia),
        ("consortia/record", "/consortia/record", Recorders),
        ("consortia/{id:guid}", "/consortia/{consortium}", ["expert", .. CountryWideOfG]),
        ("consortia/{id:guid}", "/consortia/{strange}", CountryWideOfG),
        ("consortia/{id:guid}/edit", "/consortia/{consortium}/edit", Recorders),
        ("consortia/{id:guid}/edit", "/consortia/{strange}/edit", ["organization"]),
        ("consortia/{id:guid}/members", "/consortia/{consortium}/members", Recorders),
        ("consortia/{id:guid}/members", "/consortia/{strange}/members", ["organization"]),
        (
            "consortia/{id:guid}/members/{member:guid}",
            "/consortia/{consortium}/members/{member}",
            Recorders
        ),
        ("consortia/{id:guid}/dissolve", "/consortia/{consortium}/dissolve", Recorders),
        .. CustomsRoutes.Lines,
        ("enterprises/{id:guid}/trade", "/enterprises/{own}/trade", [.. Customs, "expert"]),
        ("enterprises/{id:guid}/trade", "/enterprises/{other}/trade", Customs),
        (
            "enterprises/{id:guid}/trade",
            "/enterprises/{theirs}/trade",
            [.. Customs, "firm", "expert"]
        ),
        (
            "enterprises/{id:guid}/trade/lines",
            "/enterprises/{own}/trade/lines",
            [.. Customs, "expert"]
        ),
        ("enterprises/{id:guid}/trade/lines", "/enterprises/{other}/trade/lines", Customs),
        ("enterprises/{id:guid}/trade/line", "{own-line}", [.. Customs, "expert"]),
        ("enterprises/{id:guid}/trade/line", "{other-line}", Customs),
        ("enterprises/{id:guid}/trade/line/contest", "{own-line/contest}", []),
        ("enterprises/{id:guid}/trade/line/contest", "{their-line/contest}", ["firm"]),
        ("enterprises/{id:guid}/trade/line/adjust", "{own-line/adjust}", Recorders),
        ("enterprises/{id:guid}/trade/line/adjust", "{other-line/adjust}", ["organization"]),
        ("trade/contests", "/trade/contests", [.. Customs, "firm", "expert", "trade-expert"]),
        ("trade/contests/{contest:guid}", "/trade/contests/{gone}", [.. Customs, "firm", "expert"]),
        // Who may see one province is led there.
        ("trade", "/trade", Customs),
        ("trade/{province:length(2)}", "/trade/00", [.. Customs, "expert"]),
        ("trade/{province:length(2)}", "/trade/08", [.. Customs, "trade-expert"]),
        ("trade/{province:length(2)}", "/trade/21", Customs),
        ("Reference", "/reference", Everybody),
        ("Reference/Index", "/reference/index", Everybody),
        ("reference/missions", "/reference/missions", Everybody),
        ("reference/holidays", "/reference/holidays", Everybody),
        ("reference/product-groups", "/reference/product-groups", Everybody),
        ("reference/sizes", "/reference/sizes", Everybody),
        ("reference/aliases", "/reference/aliases", Everybody),
        ("reference/countries", "/reference/countries", Everybody),
        ("reference/provinces", "/reference/provinces", Everybody),
        ("reference/{list}/history", "/reference/missions/history", Everybody),
        ("reference/missions/row/{id:guid?}", "/reference/missions/row", ["organization"]),
        ("reference/holidays/import", "/reference/holidays/import", Editors),
        ("reference/holidays/row/{id:guid?}", "/reference/holidays/row", Editors),
        ("reference/product-groups/row/{id:guid?}", "/reference/product-groups/row", Editors),
        ("reference/sizes/row/{id:guid?}", "/reference/sizes/row", Editors),
        ("reference/aliases/row/{id:guid?}", "/reference/aliases/row", Editors),
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

    public static string[] Everybody => ["", .. SignedIn];

    private static string[] NotInDatabank => [.. SignedIn.Where(a => a != "promoter")];

    private static string[] Databank => ["organization", "auditor", "administrator"];

    private static string[] CountryWide =>
        ["organization", "secretary", "auditor", "administrator"];

    private static string[] Registry => ["firm", "expert", "trade-expert", .. CountryWide];

    /// <summary>Who sees customs files and trade of the whole country: accounts are none of their business.</summary>
    private static string[] Customs => ["organization", "secretary", "auditor"];

    private static string[] Recorders => ["expert", "organization"];

    private static string[] Editors => ["organization", "administrator"];

    private static string[] CountryWideOfG => ["organization", "auditor", "administrator"];

    private static string[] Consortia => ["firm", "expert", .. CountryWideOfG];

    /// <summary>Puts records of a site where the table has names in braces.</summary>
    public static async Task<Func<string, string>> Addresses(Site site)
    {
        var own = await site.FirmOf(Own, VerificationState.Waiting);
        var other = await site.FirmOf(Other, VerificationState.Verified);
        var (ownCertificate, ownFile) = await CertificateOf(site, Own);
        var (otherCertificate, otherFile) = await CertificateOf(site, Other);
        var promoter = await site.PromoterOf("00", PromoterState.Approved);
        var application = await site.PromoterOf(Own, PromoterState.Submitted);
        var elsewhere = await site.PromoterOf("08", PromoterState.Submitted);
        var (consortium, member) = await site.ConsortiumOf(Own);
        var (strange, _) = await site.ConsortiumOf(Other);
        var twins = await site.TwinsOf(Own);
        var theirs = await TradeOf.FirmOfUser(site);
        var (ownLine, otherLine, theirLine) = (
            await TradeOf.Line(site, own),
            await TradeOf.Line(site, other),
            await TradeOf.Line(site, theirs)
        );
        var gone = await TradeOf.ContestOfAGoneLine(site, theirs);
        var happened = await site.Ask(db => db.AuditEvents.MinAsync(e => e.Id));
        var person = await site.Ask(db =>
            db.Users.OrderBy(p => p.Email).Select(p => p.Id).FirstAsync()
        );
        var (import, sent) = await site.Ask(async db =>
        {
            var demo = await db.CustomsImports.FirstAsync(i => i.Province == null);
            return (demo.Id, demo.FileId);
        });
        var job = await site.Ask(db =>
            db.Jobs.Where(j => j.Province == null).Select(j => j.Id).FirstAsync()
        );
        (string Name, object Value)[] places =
        [
            ("{import}", import),
            ("{sent}", sent),
            ("{job}", job),
            ("{own}", own),
            ("{other}", other),
            ("{own-certificate}", ownCertificate),
            ("{other-certificate}", otherCertificate),
            ("{own-file}", ownFile),
            ("{other-file}", otherFile),
            ("{promoter}", promoter),
            ("{application}", application),
            ("{elsewhere}", elsewhere),
            ("{consortium}", consortium),
            ("{member}", member),
            ("{strange}", strange),
            ("{twins}", twins),
            ("{theirs}", theirs),
            ("{own-line}", ownLine.Path()),
            ("{own-line/contest}", ownLine.Path("/contest")),
            ("{own-line/adjust}", ownLine.Path("/adjust")),
            ("{other-line}", otherLine.Path()),
            ("{other-line/adjust}", otherLine.Path("/adjust")),
            ("{their-line/contest}", theirLine.Path("/contest")),
            ("{gone}", gone),
            ("{event}", happened),
            ("{person}", person),
        ];
        return path =>
            places.Aggregate(
                path,
                (p, place) => p.Replace(place.Name, $"{place.Value}", StringComparison.Ordinal)
            );
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
}
