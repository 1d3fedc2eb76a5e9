using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>
/// Firms and their certificates. "Own" is a firm of the expert's province, "other" one of a province that is neither
/// expert's, "theirs" the firm that the firm account acts for; the first two are no firms of that account.
/// </summary>
internal sealed class RegistryRoutes : IRouteEntries
{
    private static readonly string[] CountryWide =
    [
        "organization",
        "secretary",
        "auditor",
        "administrator",
    ];

    private static readonly string[] Readers = [.. CountryWide, "firm", "expert", "trade-expert"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new RouteEntry("Enterprises/Register", "/enterprises/register", Opens(SignedIn)).Post(
            Opens(SignedIn)
        ),
        .. Claims,
        new("Enterprises", "/enterprises", Opens(Readers)),
        new("Enterprises/Index", "/enterprises/index", Opens(Readers)),
        .. Firms,
        .. Successions,
        new("Era", "/era", Opens(Readers)),
        new("Era/Index", "/era/index", Opens(Readers)),
        .. Certificates,
    ];

    private static readonly string[] ClaimReaders =
    [
        "expert",
        "trade-expert",
        "auditor",
        "administrator",
    ];

    /// <summary>Of the newcomer, to a firm of the first expert's province: the firm's own people see none of it.</summary>
    private static RouteEntry[] Claims =>
        [
            new RouteEntry("Claims/New", "/claims/new", Opens(SignedIn)).Post(Opens(SignedIn)),
            new("Claims", "/claims", Opens(ClaimReaders)),
            new("Claims/Index", "/claims/index", Opens(ClaimReaders)),
            new RouteEntry(
                "claims/{id:guid}",
                "/claims/{claim}",
                Opens("newcomer", "expert", "auditor", "administrator")
                    .Hidden([
                        .. SignedIn.Except(["newcomer", "expert", "auditor", "administrator"]),
                    ])
            ).Post(
                Opens("expert")
                    .Hidden([
                        .. SignedIn.Except(["newcomer", "expert", "auditor", "administrator"]),
                    ])
            ),
        ];

    private static RouteEntry[] Firms =>
        [
            // An empty form is no decision.
            new RouteEntry("enterprises/{id:guid}", "/enterprises/{own}", ReadOwn()).Post(
                Opens("expert").Hidden("firm", "trade-expert")
            ),
            new RouteEntry("enterprises/{id:guid}", "/enterprises/{other}", ReadOther()).Post(
                Hides("firm", "expert", "trade-expert")
            ),
            new RouteEntry(
                "enterprises/{id:guid}",
                "/enterprises/{theirs}",
                Opens([.. CountryWide, "firm", "expert"]).Hidden("trade-expert")
            ).Post(Opens("expert").Hidden("trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/edit",
                "/enterprises/{own}/edit",
                Opens("expert").Hidden("firm", "trade-expert")
            ).Post(Opens("expert").Hidden("firm", "trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/edit",
                "/enterprises/{other}/edit",
                Hides("firm", "expert", "trade-expert")
            ).Post(Hides("firm", "expert", "trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/edit",
                "/enterprises/{theirs}/edit",
                Opens("firm", "expert").Hidden("trade-expert")
            ).Post(Opens("firm", "expert").Hidden("trade-expert")),
            // What an expert asked is the firm's own to answer.
            new RouteEntry(
                "enterprises/{id:guid}/answer",
                "/enterprises/{own}/answer",
                Hides("firm")
            ).Post(Hides("firm")),
            new RouteEntry(
                "enterprises/{id:guid}/answer",
                "/enterprises/{theirs}/answer",
                Opens("firm")
            ).Post(Opens("firm")),
            .. People("own", Hides("firm")),
            .. People("other", Hides("firm")),
            .. People("theirs", Opens("firm")),
        ];

    private static RouteEntry[] People(string firm, Replies replies) =>
        [
            new RouteEntry(
                "enterprises/{id:guid}/people",
                $"/enterprises/{{{firm}}}/people",
                replies
            )
                .Post("Invite", replies)
                .Post("Withdraw", replies)
                .Post("Remove", replies),
        ];

    private static RouteEntry[] Successions =>
        [
            new RouteEntry(
                "enterprises/{id:guid}/succession",
                "/enterprises/{own}/succession",
                Opens("expert").Hidden("trade-expert")
            )
                .Post(Opens("expert").Hidden("trade-expert"))
                .Post("Undo", Opens("expert").Hidden("trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/succession",
                "/enterprises/{other}/succession",
                Hides("expert", "trade-expert")
            )
                .Post(Hides("expert", "trade-expert"))
                .Post("Undo", Hides("expert", "trade-expert")),
            new(
                "enterprises/duplicates",
                "/enterprises/duplicates",
                Opens("expert", "trade-expert")
            ),
            new RouteEntry(
                "enterprises/duplicates/{id:guid}",
                "/enterprises/duplicates/{twins}",
                Opens("expert").Hidden("trade-expert")
            ).Post(Opens("expert").Hidden("trade-expert"), ("version", "-1")),
        ];

    private static RouteEntry[] Certificates =>
        [
            // Certificates are one body's: the other's expert adds and checks none.
            new RouteEntry(
                "enterprises/{id:guid}/era/add",
                "/enterprises/{own}/era/add",
                Opens("expert").Hidden("firm")
            ).Post(Opens("expert").Hidden("firm")),
            new RouteEntry(
                "enterprises/{id:guid}/era/add",
                "/enterprises/{other}/era/add",
                Hides("firm", "expert")
            ).Post(Hides("firm", "expert")),
            new RouteEntry(
                "enterprises/{id:guid}/era/{certificate:guid}",
                "{own-certificate}",
                ReadOwn()
            ).Post(Opens("expert").Hidden("firm", "trade-expert")),
            new RouteEntry(
                "enterprises/{id:guid}/era/{certificate:guid}",
                "{other-certificate}",
                ReadOther()
            ).Post(Hides("firm", "expert", "trade-expert")),
        ];

    private static Replies ReadOwn() =>
        Opens([.. CountryWide, "expert"]).Hidden("firm", "trade-expert");

    private static Replies ReadOther() =>
        Opens(CountryWide).Hidden("firm", "expert", "trade-expert");

    private static Replies Hides(params string[] accounts) => Opens().Hidden(accounts);

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        var (ownCertificate, ownFile) = await CertificateOf(site, Experts);
        var (otherCertificate, otherFile) = await CertificateOf(site, Elsewhere);
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["own"] = await site.FirmOf(Experts, VerificationState.Waiting),
            ["claim"] = await Enterprises.Claims.Make(
                site,
                "newcomer@demo.karvan",
                await site.FirmOf(Experts, VerificationState.Waiting)
            ),
            ["other"] = await site.FirmOf(Elsewhere, VerificationState.Verified),
            ["theirs"] = await Trade.TradeOf.FirmOfUser(site),
            ["twins"] = await site.DuplicatesOf(Experts),
            ["own-certificate"] = ownCertificate,
            ["other-certificate"] = otherCertificate,
            ["own-file"] = ownFile,
            ["other-file"] = otherFile,
        };
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
