using System.Net;
using Karvan.Registry.Claims;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Texts;
using Karvan.Web.Tests.CustomsPages;
using Karvan.Web.Tests.Files;
using Karvan.Web.Tests.Trade;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Enterprises;

/// <summary>Who registers a firm sees nothing of it before the expert has verified it; who finds it taken claims it.</summary>
public sealed class ClaimPageTests
{
    private const string Legal = "10380284790";

    /// <summary>Whatever else there is of the firm: its customs lines first of all, which come by its number alone.</summary>
    [Fact]
    public async Task Before_it_is_verified_a_registration_opens_nothing_of_the_firm()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        var firm = await Register(newcomer);
        await TradeOf.Import(site, "00", $"M1,1,export,1401/02/03,{Legal},842320,IQ,100.25,10\n");
        string[] closed = ["/trade", "/people", "/era/add"];
        foreach (var page in closed)
        {
            Assert.Contains(
                (await newcomer.GetAsync(firm + page)).StatusCode,
                new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound }
            );
        }
        Assert.DoesNotContain(
            "/trade",
            await newcomer.GetStringAsync("/"),
            StringComparison.Ordinal
        );

        const string Next = "تا کارشناس استان این ثبت را تأیید نکند";
        Assert.Contains(Next, await newcomer.GetStringAsync(firm), StringComparison.Ordinal);

        await Decide(site, firm, "0", "Refused");
        foreach (var page in closed)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await newcomer.GetAsync(firm + page)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await newcomer.GetAsync(firm)).StatusCode);

        // Sent again and verified: all of it opens, in the session that goes on.
        var again = await Site.Post(
            newcomer,
            firm + "/edit",
            ("Version", "1"),
            ("Profile.NameFa", "نساجی آزمون"),
            ("Profile.Province", "00")
        );
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Decide(site, firm, "2", "Verified");
        foreach (var page in closed)
        {
            Assert.Equal(HttpStatusCode.OK, (await newcomer.GetAsync(firm + page)).StatusCode);
        }
        Assert.DoesNotContain(Next, await newcomer.GetStringAsync(firm), StringComparison.Ordinal);
        Assert.Contains(
            "100.25",
            PageForm.Plain(await newcomer.GetStringAsync(firm + "/trade")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_taken_number_leads_to_a_claim_and_the_claim_to_the_expert()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var theirs = await site.FirmOf("00", VerificationState.Verified);
        var number = await TradeOf.Number(site, theirs);
        var newcomer = await site.SignedIn("newcomer");
        var answer = await Send(newcomer, number);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var form = $"/claims/new?number={number}";
        Assert.Contains($"href=\"{form}\"", page, StringComparison.Ordinal);
        Assert.Contains(
            $"value=\"{Language.Persian.Digits(number)}\"",
            await newcomer.GetStringAsync(form),
            StringComparison.Ordinal
        );

        // Without a document nothing is made, and what was typed stays.
        var without = await Sending.Send(newcomer, "/claims/new", Typed(number), null);
        page = await without.Content.ReadAsStringAsync();
        Assert.Contains("مدیر عامل", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);

        var made = await Sending.Send(
            newcomer,
            "/claims/new",
            Typed(number),
            new ByteArrayContent(Sending.Pdf)
        );
        var claim = made.Headers.Location!.OriginalString;
        page = await newcomer.GetStringAsync(claim);
        var name = await site.Ask(db =>
            db.Enterprises.Where(e => e.Id == theirs).Select(e => e.NameFa).SingleAsync()
        );
        Assert.DoesNotContain(name, page, StringComparison.Ordinal);
        Assert.Contains(claim, await newcomer.GetStringAsync("/"), StringComparison.Ordinal);

        var expert = await site.SignedIn("expert");
        Assert.Contains(name, await expert.GetStringAsync("/claims"), StringComparison.Ordinal);
        Assert.Contains(claim, await expert.GetStringAsync("/"), StringComparison.Ordinal);
        // An empty form is no decision, and a number is none either.
        foreach (var decision in new[] { "", "1", "Waiting" })
        {
            var refused = await Site.Post(
                expert,
                claim,
                ("version", "0"),
                ("Decision", decision),
                ("Remark", "آگهی")
            );
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }
        var settled = await Site.Post(
            expert,
            claim,
            ("version", "0"),
            ("Decision", nameof(ClaimState.Joined))
        );
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await newcomer.GetAsync($"/enterprises/{theirs}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await newcomer.GetAsync($"/enterprises/{theirs}/trade")).StatusCode
        );
    }

    private static (string, string)[] Typed(string number) =>
        [("Number", number), ("Statement", "مدیر عامل از ۱۴۰۰")];

    private static Task<HttpResponseMessage> Send(HttpClient visitor, string number) =>
        Sending.Send(
            visitor,
            "/enterprises/register",
            [("Number", number), ("Profile.NameFa", "نساجی آزمون"), ("Profile.Province", "00")],
            new ByteArrayContent(Sending.Pdf)
        );

    private static async Task<string> Register(HttpClient visitor)
    {
        var answer = await Send(visitor, Legal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task Decide(Site site, string firm, string version, string decision)
    {
        var expert = await site.SignedIn("expert");
        var done = await Site.Post(
            expert,
            firm,
            ("version", version),
            ("Decision", decision),
            ("Remark", "کدام بنگاه؟")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }
}
