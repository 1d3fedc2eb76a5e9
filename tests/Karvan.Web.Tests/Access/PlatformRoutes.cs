using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Karvan.Web.Tests.Access.Replies;
using static Karvan.Web.Tests.Access.Visitors;

namespace Karvan.Web.Tests.Access;

/// <summary>Accounts and people, files, jobs, the record, messages, and what every page is made of.</summary>
internal sealed class PlatformRoutes : IRouteEntries
{
    private static readonly string[] Administrators = ["administrator"];
    private static readonly string[] RecordReaders = ["auditor", "administrator"];
    private static readonly string[] CountryWide =
    [
        "organization",
        "secretary",
        "auditor",
        "administrator",
    ];

    private static readonly string[] FilePages = ["", "/inline", "/view"];

    public IEnumerable<RouteEntry> All { get; } =
    [
        new("", "/", Opens(Everybody)),
        new("Index", "/Index", Opens(Everybody)),
        new("Search", "/search?words=10", Opens(Everybody)),
        new("Search/Index", "/search/index", Opens(Everybody)),
        new RouteEntry("parts", "/parts", Opens(Everybody))
            .Post(Opens(Everybody))
            .Post("Stale", Answers(409, Everybody)),
        // Pages about a refusal answer with it.
        new RouteEntry("problems/fault", "/problems/fault", Answers(500, Everybody)).Post(
            Answers(500, Everybody)
        ),
        new RouteEntry("problems/status", "/problems/status", Answers(404, Everybody)).Post(
            Answers(404, Everybody)
        ),
        .. Accounts,
        .. People,
        .. Files,
        .. Jobs,
        new("help", "/help", Opens(Everybody)),
        new("help/{guide}", "/help/account", Opens(Everybody)),
        new("notices", "/notices", Opens(Visitors.SignedIn)),
        new RouteEntry("notices/choices", "/notices/choices", Opens(Visitors.SignedIn)).Post(
            Leads("/notices/choices", Visitors.SignedIn)
        ),
        new RouteEntry("calendar", "/calendar", Opens(Visitors.SignedIn))
            .Post("Make", Opens(Visitors.SignedIn))
            .Post("Withdraw", Leads("/calendar", Visitors.SignedIn)),
        new("Outbox", "/outbox", Opens(Everybody)),
        new("Outbox/Index", "/outbox/index", Opens(Everybody)),
        new("Audit", "/audit", Opens(RecordReaders)),
        new("Audit/Index", "/audit/index", Opens(RecordReaders)),
        new("audit/{id:long}", "/audit/{event}", Opens(RecordReaders)),
        new("Audit/Heads", "/audit/heads", Opens(Everybody)),
    ];

    private static RouteEntry[] Accounts =>
        [
            new RouteEntry("sign-in", "/sign-in", Opens(Everybody)).Post(Opens(Everybody)),
            new RouteEntry("stand-in", "/stand-in", Opens(Everybody)).PostWithASessionOfItsOwn(
                Leads("/", Everybody),
                ("account", "newcomer")
            ),
            new RouteEntry(
                "sign-out",
                "/sign-out",
                Opens(Visitors.SignedIn)
            ).PostWithASessionOfItsOwn(Leads("/", Visitors.SignedIn)),
            new RouteEntry("account/sign-up", "/account/sign-up", Opens(Everybody)).Post(
                Opens(Everybody)
            ),
            new RouteEntry(
                "account/confirm",
                "/account/confirm?id=00000000-0000-0000-0000-000000000000",
                Opens(Everybody)
            ).Post(Opens(Everybody)),
            new RouteEntry("account/forgot", "/account/forgot", Opens(Everybody)).Post(
                Opens(Everybody)
            ),
            new RouteEntry(
                "account/reset",
                "/account/reset?id=00000000-0000-0000-0000-000000000000",
                Opens(Everybody)
            ).Post(Opens(Everybody)),
            new RouteEntry(
                "account/email/confirm",
                "/account/email/confirm",
                Opens(Everybody)
            ).Post(Opens(Everybody)),
            // An invitation is accepted by an account, or by opening one.
            new RouteEntry("invitation", "/invitation?token=none", Opens(Everybody))
                .Post("Accept", Opens(Visitors.SignedIn))
                .Post("Join", Opens(Everybody)),
            new RouteEntry("account", "/account", Opens(Visitors.SignedIn)).Post(
                Opens(Visitors.SignedIn)
            ),
            new RouteEntry("account/password", "/account/password", Opens(Visitors.SignedIn)).Post(
                Opens(Visitors.SignedIn)
            ),
            new RouteEntry("account/email", "/account/email", Opens(Visitors.SignedIn)).Post(
                Opens(Visitors.SignedIn)
            ),
            // A session that is nobody's is ended by nobody.
            new RouteEntry("account/sessions", "/account/sessions", Opens(Visitors.SignedIn)).Post(
                Leads("/account/sessions", Visitors.SignedIn)
            ),
            new RouteEntry(
                "account/second-factor",
                "/account/second-factor",
                Opens(Visitors.SignedIn)
            )
                .Post("Confirm", Opens(Visitors.SignedIn))
                .Post("Renew", Opens(Visitors.SignedIn))
                .Post("Off", Opens(Visitors.SignedIn))
                .Post("Begin", Opens(Visitors.SignedIn)),
            // One turns to a firm that one acts for.
            new RouteEntry("acting", "/acting", Opens(Visitors.SignedIn)).Post(
                Leads("/", "firm"),
                ("to", "{theirs}")
            ),
        ];

    private static RouteEntry[] People =>
        [
            // An invitation that is none is said to be open no more.
            new RouteEntry("people", "/people", Opens(Administrators)).Post(
                "Withdraw",
                Opens(Administrators)
            ),
            new RouteEntry("people/invite", "/people/invite", Opens(Administrators)).Post(
                Opens(Administrators)
            ),
            new RouteEntry("people/{id:guid}", "/people/{person}", Opens(Administrators))
                .Post("Give", Opens(Administrators))
                .Post("Take", Opens(Administrators))
                .Post("Reset", Opens(Administrators))
                .Post("Lock", Opens(Administrators))
                .Post("Unlock", Opens(Administrators))
                // They never signed in: there is no session to end.
                .Post("End", Opens(Administrators)),
        ];

    /// <summary>A file says nothing of itself to who may not read it, whoever they are.</summary>
    private static IEnumerable<RouteEntry> Files =>
        from page in FilePages
        from entry in new RouteEntry[]
        {
            new(
                $"files/{{id:guid}}{page}",
                $"/files/{{own-file}}{page}",
                Opens([.. CountryWide, "expert"])
                    .Hidden("firm", "newcomer", "promoter", "trade-expert", "reviewer")
            ),
            new(
                $"files/{{id:guid}}{page}",
                $"/files/{{other-file}}{page}",
                Opens(CountryWide)
                    .Hidden("firm", "newcomer", "promoter", "expert", "trade-expert", "reviewer")
            ),
        }
        select entry;

    private static RouteEntry[] Jobs =>
        [
            new("Jobs", "/jobs", Opens([.. JobReaders, "expert", "trade-expert"])),
            new("Jobs/Index", "/jobs/index", Opens([.. JobReaders, "expert", "trade-expert"])),
            // A job of the whole country; it is over, so that there is nothing to stop or to try again.
            new RouteEntry(
                "jobs/{id:guid}",
                "/jobs/{job}",
                Opens(JobReaders).Hidden("expert", "trade-expert")
            )
                .Post(
                    "Cancel",
                    Opens("organization", "administrator").Hidden("expert", "trade-expert")
                )
                .Post(
                    "Retry",
                    Opens("organization", "administrator").Hidden("expert", "trade-expert")
                ),
        ];

    private static string[] JobReaders => ["organization", "auditor", "administrator"];

    public async Task<IReadOnlyDictionary<string, object>> Records(Site site)
    {
        // Nobody who walks: their account is locked and their sessions end.
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Be(Actor.System);
        var somebody = Person.Join(
            "کسی دیگر",
            "somebody@example.org",
            null,
            "fa",
            DateTime.UnixEpoch
        );
        await using (
            var change = await services.GetRequiredService<Changes>().Begin(PlatformActs.RunSystem)
        )
        {
            await services.GetRequiredService<UserManager<Person>>().CreateAsync(somebody);
            await change.Commit(new SignedUp(somebody.Subject));
        }
        return await site.Ask(async db => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["event"] = await db.AuditEvents.MinAsync(e => e.Id),
            ["person"] = somebody.Id,
            ["job"] = await db
                .Jobs.Where(j => j.Province == null)
                .OrderBy(j => j.Id)
                .Select(j => j.Id)
                .FirstAsync(),
        });
    }
}
