using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.People;

/// <summary>An administrator keeps accounts over HTTP: invites staff, gives and takes roles, downloads the list.</summary>
public sealed partial class PeopleTests
{
    private const string Guest = "reviewer.of.yazd@example.org";

    [Fact]
    public async Task Invited_staff_joins_by_the_link_and_holds_the_role()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var administrator = await site.SignedIn("administrator");
        var sent = await Site.Post(
            administrator,
            "/people/invite",
            ("Email", Guest),
            ("Grant.Role", nameof(Role.Reviewer)),
            ("Grant.Body", nameof(Body.TradePromotion)),
            ("Grant.Provinces", "21")
        );
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var letter = await site.Ask(db => db.Outbox.SingleAsync(m => m.To == Guest));
        var link = Link().Match(letter.Text).Value;
        Assert.NotEmpty(link);

        // Somebody else's account cannot take it.
        var other = await site.SignedIn("newcomer");
        Assert.DoesNotContain(
            "Password",
            await other.GetStringAsync(link),
            StringComparison.Ordinal
        );

        var guest = site.Visitor();
        var joined = await Site.PostWithTokenOf(
            guest,
            link,
            "/invitation?handler=Join",
            ("Token", Token().Match(link).Groups["token"].Value),
            ("FullName", "داور یزد"),
            ("Password", "a long pass phrase")
        );
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        var grant = await site.Ask(async db =>
            await db.Grants.SingleAsync(g =>
                db.Users.Any(u => u.Id == g.PersonId && u.Email == Guest)
            )
        );
        Assert.Equal(
            (Role.Reviewer, Body.TradePromotion, "21"),
            (grant.Role, grant.Body, grant.Provinces.Text)
        );

        // The link is good once.
        var again = await site.Visitor().GetStringAsync(link);
        Assert.DoesNotContain("name=\"Password\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gives_themselves_no_role_and_is_told_whom_to_ask()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var administrator = await site.SignedIn("administrator");
        var own = await site.Ask(db =>
            db.Users.Where(u => u.Email == "administrator@demo.karvan")
                .Select(u => u.Id)
                .SingleAsync()
        );
        foreach (
            var (language, said) in new[]
            {
                ("fa", "به خودتان نقش نمی‌دهید؛ از مدیر دیگری بخواهید."),
                ("en", "You cannot give a role to yourself. Ask another administrator."),
            }
        )
        {
            await Site.Post(administrator, "/language", ("to", language), ("back", "/"));
            var page = WebUtility.HtmlDecode(await administrator.GetStringAsync($"/people/{own}"));
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.DoesNotContain("handler=Give", page, StringComparison.Ordinal);
            var sent = await Site.PostWithTokenOf(
                administrator,
                $"/people/{own}",
                $"/people/{own}?handler=Give",
                ("Grant.Role", nameof(Role.Auditor)),
                ("Grant.Body", nameof(Body.Shared)),
                ("Grant.Country", "true")
            );
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            var invited = await Site.Post(
                administrator,
                "/people/invite",
                ("Email", "administrator@demo.karvan"),
                ("Grant.Role", nameof(Role.Auditor)),
                ("Grant.Body", nameof(Body.Shared)),
                ("Grant.Country", "true")
            );
            Assert.Contains(
                language == "fa" ? "این نشانی خودتان است" : "This is your own address",
                WebUtility.HtmlDecode(await invited.Content.ReadAsStringAsync()),
                StringComparison.Ordinal
            );
        }
        Assert.False(
            await site.Ask(db =>
                db.Grants.AnyAsync(g => g.PersonId == own && g.Role == Role.Auditor)
            )
        );
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_both_are_on_record()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var administrator = await site.SignedIn("administrator");
        var person = await site.Ask(db =>
            db.Users.SingleAsync(u => u.Email == "newcomer@demo.karvan")
        );
        var page = $"/people/{person.Id}";
        var given = await Site.PostWithTokenOf(
            administrator,
            page,
            $"{page}?handler=Give",
            ("Grant.Role", nameof(Role.Auditor)),
            ("Grant.Body", nameof(Body.Shared)),
            ("Grant.Country", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var grant = await site.Ask(db => db.Grants.SingleAsync(g => g.PersonId == person.Id));
        Assert.Equal((Role.Auditor, Body.Shared), (grant.Role, grant.Body));

        var taken = await Site.PostWithTokenOf(
            administrator,
            page,
            $"{page}?handler=Take",
            ("grant", $"{grant.Id}")
        );
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.False(
            await site.Ask(db => db.Grants.AnyAsync(g => g.PersonId == person.Id)),
            "the role was not taken"
        );
        var events = await site.Ask(db =>
            db.AuditEvents.Where(e => e.SubjectId == person.Id)
                .OrderBy(e => e.Id)
                .Select(e => e.Kind)
                .ToListAsync()
        );
        Assert.Equal(["GrantGiven", "GrantTaken"], events[^2..]);
    }

    [Fact]
    public async Task The_download_holds_every_account_and_those_of_a_filter()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var administrator = await site.SignedIn("administrator");
        var all = await Lines(administrator, "/people?download=csv");
        Assert.Equal(await site.Ask(db => db.Users.CountAsync()), all.Length - 1);
        var reviewers = await Lines(
            administrator,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/people?f-roles={Role.Reviewer}&download=csv"
            )
        );
        Assert.Contains(
            "reviewer@demo.karvan",
            Assert.Single(reviewers[1..]),
            StringComparison.Ordinal
        );
        var expert = await site.SignedIn("expert");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await expert.GetAsync("/people?download=csv")).StatusCode
        );
    }

    private static async Task<string[]> Lines(HttpClient visitor, string path) =>
        (await visitor.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"/invitation\?token=\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"token=(?<token>\S+)$")]
    private static partial Regex Token();
}
