using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Account;

/// <summary>Accounts over HTTP: nodes that share their keys, staff without a second factor, an invitation from letter to firm.</summary>
public sealed class AccountTests
{
    private const string Password = "four words in a row";

    [Fact]
    public async Task A_cookie_of_one_node_is_taken_by_another()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = site.Visitor();
        var answer = await Site.Post(visitor, "/stand-in", ("account", "auditor"));
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("karvan=", StringComparison.Ordinal))
            .Split(';')[0];
        Assert.NotEqual(0, await site.Ask(db => db.DataKeys.CountAsync()));
        using var there = await site.AtAnotherNode("/audit", cookie);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        using var broken = await site.AtAnotherNode("/audit", cookie[..^8]);
        Assert.Equal(HttpStatusCode.Redirect, broken.StatusCode);
    }

    /// <summary>Somebody kept a copy of the cookie.</summary>
    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = site.Visitor();
        var answer = await Site.Post(visitor, "/stand-in", ("account", "auditor"));
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("karvan=", StringComparison.Ordinal))
            .Split(';')[0];
        using var before = await site.AtAnotherNode("/audit", cookie);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await Site.PostWithTokenOf(visitor, "/account", "/sign-out");
        using var after = await site.AtAnotherNode("/audit", cookie);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Theory]
    [InlineData("/enterprises")]
    [InlineData("/enterprises?print=1")]
    [InlineData("/")]
    [InlineData("/account")]
    public async Task What_somebody_sees_who_is_signed_in_stays_in_no_cache(string path)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = await site.SignedIn("auditor");
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_before_anything_is_looked_up()
    {
        await using var site = await Site.On(Provider.Sqlite);
        const string Mail = "auditor@demo.karvan";
        foreach (var mail in new[] { "nobody@example.org", Mail })
        {
            var said = await Site.Post(site.Visitor(), "/account/forgot", ("Email", mail));
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        }
        var letters = 0;
        for (var i = 0; i < 500 && letters == 0; i++)
        {
            await Task.Delay(20);
            letters = await site.Ask(db => db.Outbox.CountAsync(m => m.To == Mail));
        }
        Assert.Equal(1, letters);
    }

    [Fact]
    public async Task Staff_reach_the_setting_up_alone_until_it_is_done()
    {
        await using var site = await Site.On(Provider.Sqlite);
        const string Mail = "new-auditor@example.org";
        var id = await Staff(site, Mail);
        var visitor = site.Visitor();
        var signedIn = await Site.Post(
            visitor,
            "/sign-in",
            ("Email", Mail),
            ("Password", Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        foreach (var path in new[] { "/", "/audit", "/account", "/enterprises", "/outbox" })
        {
            var sent = await visitor.GetAsync(path);
            Assert.Equal(
                (path, HttpStatusCode.Redirect, "/account/second-factor"),
                (path, sent.StatusCode, $"{sent.Headers.Location}")
            );
        }
        const string Path = "/account/second-factor";
        foreach (
            var (password, said) in new[] { ("", "بنویسید"), ("wrong", "گذرواژهٔ کنونی درست نیست") }
        )
        {
            var refused = await Site.Post(visitor, Path + "?handler=Begin", ("Password", password));
            Assert.Contains(
                said,
                WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()),
                StringComparison.Ordinal
            );
        }
        await Site.Post(visitor, Path + "?handler=Begin", ("Password", Password));
        var page = await visitor.GetStringAsync(Path);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("otpauth://totp/Karvan", page, StringComparison.Ordinal);
        var secret = Regex
            .Match(page, "secret=(?<secret>[A-Z2-7]+)", RegexOptions.ExplicitCapture)
            .Groups["secret"]
            .Value;
        var code = TimeCode.At(secret, TimeProvider.System.GetUtcNow());
        var done = await Site.Post(visitor, Path + "?handler=Confirm", ("Code", code));
        var shown = await done.Content.ReadAsStringAsync();
        Assert.Equal(
            10,
            Regex.Count(shown, "<code dir=\"ltr\">[A-Z2-9]{4}(-[A-Z2-9]{4}){3}</code>")
        );
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/audit")).StatusCode);
        Assert.True(await site.Ask(db => db.Users.AnyAsync(p => p.Id == id && p.TwoFactorEnabled)));
    }

    [Fact]
    public async Task An_invitation_leads_from_the_letter_to_the_firm()
    {
        await using var site = await Site.On(Provider.Sqlite);
        const string Mail = "colleague@example.org";
        var owner = await site.SignedIn("firm");
        var firm = await site.Ask(db =>
            (
                from g in db.Grants
                join p in db.Users on g.PersonId equals p.Id
                where p.Email == "firm@demo.karvan"
                orderby g.Id
                select g.EnterpriseId!.Value
            ).FirstAsync()
        );
        var people = $"/enterprises/{firm}/people";
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(people)).StatusCode);
        var invited = await Site.Post(owner, people + "?handler=Invite", ("Email", Mail));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        var letter = await site.Ask(db => db.Outbox.SingleAsync(m => m.To == Mail));
        var link = new Uri(
            letter.Text.Split(' ').Single(w => w.StartsWith("http", StringComparison.Ordinal))
        );

        // Somebody who is signed in under another address is refused.
        var stranger = await site.SignedIn("newcomer");
        var refused = await stranger.GetStringAsync(link.PathAndQuery);
        Assert.DoesNotContain("handler=Accept", refused, StringComparison.Ordinal);

        var visitor = site.Visitor();
        var token = Uri.UnescapeDataString(link.Query["?token=".Length..]);
        var page = await visitor.GetStringAsync(link.PathAndQuery);
        Assert.Contains("handler=Join", page, StringComparison.Ordinal);
        var joined = await Site.Post(
            visitor,
            $"/invitation?handler=Join&token={token}",
            ("Token", token),
            ("FullName", "زهرا"),
            ("Password", Password)
        );
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        var signedIn = await Site.Post(
            visitor,
            "/sign-in",
            ("Email", Mail),
            ("Password", Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.GetAsync($"/enterprises/{firm}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(people)).StatusCode);
    }

    private static async Task<Guid> Staff(Site site, string mail)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var db = scope.ServiceProvider.GetRequiredService<KarvanContext>();
        var person = Person.Join(
            "نرگس",
            mail,
            null,
            "fa",
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        person.EmailConfirmed = true;
        await using var change = await scope
            .ServiceProvider.GetRequiredService<Changes>()
            .Begin(PlatformActs.RunSystem);
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        db.Grants.Add(Grant.OfStaff(person.Id, Role.Auditor, Body.Shared, Provinces.Country));
        await change.Commit(new SignedUp(person.Subject));
        return person.Id;
    }
}
