using System.Net;
using Karvan.Platform.Authorization;
using Karvan.Platform.Outbox;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Promoters;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Karvan.Web.Tests.Promoters;

/// <summary>The promoters' databank over HTTP, from the application to the public search.</summary>
public sealed class DatabankTests
{
    [Fact]
    public async Task A_newcomer_applies_is_heard_approved_found_and_read_by_the_auditor()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        await Newcomer.Apply(newcomer);
        var id = await site.Ask(db =>
            db.Promoters.Where(p => p.NameEn == "Sara Tehrani").Select(p => p.Id).SingleAsync()
        );

        // The expert of the province interviews; the decision is not theirs.
        var expert = await site.SignedIn("expert");
        var file = $"/promoters/applications/{id}";
        await Newcomer.Done(
            expert,
            file + "/interview",
            [("HeldOn", Today(site)), .. Note("مذاکره را خوب می‌داند")]
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await Send(expert, file, "decide", ("version", "8"), ("Decision", "Approved"))
            ).StatusCode
        );
        var organization = await site.SignedIn("organization");
        var version = await site.Ask(db => Version(db.Promoters, id));
        var decided = await Send(
            organization,
            file,
            "decide",
            ("version", $"{version}"),
            ("Decision", "Approved")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);

        // Found by the public in either language, by what they typed.
        var visitor = site.Visitor();
        var found = await visitor.GetStringAsync(
            "/promoters?words=" + Uri.EscapeDataString("ظروف مسي") + "&province=00&language=en"
        );
        Assert.Contains($"/promoters/{id}", found, StringComparison.Ordinal);
        var profile = await visitor.GetStringAsync($"/promoters/{id}");
        Assert.Contains("سارا تهرانی", profile, StringComparison.Ordinal);
        Assert.Contains("mailto:sara@example.org", profile, StringComparison.Ordinal);
        foreach (var kept in new[] { "09121112233", "۰۹۱۲۱۱۱۲۲۳۳", "مذاکره را خوب", "اجماع پنج" })
        {
            Assert.DoesNotContain(kept, profile, StringComparison.Ordinal);
            Assert.DoesNotContain(kept, found, StringComparison.Ordinal);
        }

        // The role is there with the next request, the applicant reads no note, and the message is on its way.
        var person = await site.Ask(db =>
            db.Promoters.Where(p => p.Id == id).Select(p => p.PersonId).SingleAsync()
        );
        Assert.True(
            await site.Ask(db =>
                db.Grants.AnyAsync(g => g.PersonId == person && g.Role == Role.Promoter)
            )
        );
        foreach (var page in new[] { Newcomer.Home, Newcomer.Home + "/check" })
        {
            Assert.DoesNotContain(
                "مذاکره را خوب",
                await newcomer.GetStringAsync(page),
                StringComparison.Ordinal
            );
        }
        Assert.Contains(
            "تأیید",
            (await site.Ask(db => db.Outbox.OrderBy(m => m.WrittenAt).LastAsync())).Title,
            StringComparison.Ordinal
        );

        // The auditor reads all of it, and does none of it.
        var auditor = await site.SignedIn("auditor");
        var read = await auditor.GetStringAsync(file);
        Assert.Contains("مذاکره را خوب", read, StringComparison.Ordinal);
        Assert.Contains("به بانک مروجین وارد شد", read, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await Send(
                    auditor,
                    file,
                    "standing",
                    ("version", $"{version + 1}"),
                    ("Standing", "Suspend"),
                    ("StandingReason", "دلیل")
                )
            ).StatusCode
        );
        var suspended = await Send(
            organization,
            file,
            "standing",
            ("version", $"{version + 1}"),
            ("Standing", "Suspend"),
            ("StandingReason", "دلیل")
        );
        Assert.Equal(HttpStatusCode.Redirect, suspended.StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/promoters/{id}")).StatusCode
        );
    }

    [Fact]
    public async Task What_is_wrong_is_shown_and_what_was_typed_stays()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        var wrong = await Site.Post(
            newcomer,
            Newcomer.Home + "/experience",
            ("Form.Years", "بسیار"),
            ("Form.Trade", "صادرات ظروف مسی")
        );
        var page = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);
        Assert.Contains("صادرات ظروف مسی", page, StringComparison.Ordinal);
        foreach (
            var (path, field, value) in new[]
            {
                ("/languages", "Form.Rows[0].Code", "de"),
                ("/fields", "Form.Rows[0].Words", "پسته"),
                ("/education", "Form.Courses[0].Provider", "سازمان"),
                ("/contact", "Form.Email", "sara@"),
            }
        )
        {
            var answer = await Site.Post(newcomer, Newcomer.Home + path, (field, value));
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.Contains(
                "aria-invalid",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
        Assert.False(
            await site.Ask(db =>
                db.Promoters.IgnoreQueryFilters().AnyAsync(p => p.State == PromoterState.Draft)
            )
        );
    }

    [Fact]
    public async Task Over_a_newer_version_both_are_shown()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        await Newcomer.Done(
            newcomer,
            Newcomer.Home + "/about",
            [("Form.NameFa", "سارا"), ("Form.Province", "00")]
        );
        await Newcomer.Done(
            newcomer,
            Newcomer.Home + "/fields",
            [("Version", "1"), ("Form.Provinces", "00"), ("Form.Provinces", "08")]
        );
        // Opened before both: the name is another, the province the same.
        var late = await Site.Post(
            newcomer,
            Newcomer.Home + "/about",
            ("Form.NameFa", "سارا تهرانی"),
            ("Form.Province", "00")
        );
        var page = await late.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("سارا تهرانی", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"2\"", page, StringComparison.Ordinal);
        // A list of boxes goes back as one value.
        await Newcomer.Done(
            newcomer,
            Newcomer.Home + "/fields",
            [("Version", "2"), ("Form.Provinces", "00,21"), ("Form.Country", "false")]
        );
        Assert.Equal(
            "00,21",
            await site.Ask(db =>
                db.Promoters.IgnoreQueryFilters()
                    .Where(p => p.State == PromoterState.Draft)
                    .Select(p => p.Serves)
                    .SingleAsync()
            )
        );
    }

    /// <summary>Neither drafts nor those who wait are in the public list, and it cannot be taken away as a file.</summary>
    [Fact]
    public async Task The_public_list_holds_the_approved_alone()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = site.Visitor();
        var waiting = await site.PromoterOf("00", PromoterState.Submitted);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/promoters/{waiting}")).StatusCode
        );
        var approved = await site.Ask(db =>
            db.Promoters.CountAsync(p => p.State == PromoterState.Approved)
        );
        Assert.Equal(41, approved);
        var page = await visitor.GetAsync("/promoters?download=csv&page=3");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, Rows(await page.Content.ReadAsStringAsync()));
        var first = await visitor.GetStringAsync("/promoters?words=");
        Assert.Equal(20, Rows(first));
        Assert.DoesNotContain("aria-invalid", first, StringComparison.Ordinal);
        var expert = await site.SignedIn("expert");
        var file = await expert.GetStringAsync("/promoters/applications?download=csv");
        var own = await site.Ask(db => db.Promoters.CountAsync(p => p.Province == "00"));
        Assert.Equal(own, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    private static int Rows(string page) =>
        page.Split("<tr role=\"row\">", StringSplitOptions.None).Length - 2;

    private static Task<int> Version(IQueryable<Promoter> promoters, Guid id) =>
        promoters.Where(p => p.Id == id).Select(p => p.Version).SingleAsync();

    private static IEnumerable<(string, string)> Note(string overall) =>
        [
            .. Enumerable.Range(0, 6).Select(i => ($"Findings[{i}].Judgement", "Met")),
            ("Overall", overall),
        ];

    private static string Today(Site site)
    {
        var now = site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return SolarDate.Text(TehranTime.DayOf(now));
    }

    /// <summary>To a form that the visitor may not be shown: with the token of another page of theirs.</summary>
    private static Task<HttpResponseMessage> Send(
        HttpClient visitor,
        string path,
        string handler,
        params (string Name, string Value)[] fields
    ) =>
        Site.PostWithTokenOf(
            visitor,
            Newcomer.Home + "/contact",
            $"{path}?handler={handler}",
            fields
        );
}
