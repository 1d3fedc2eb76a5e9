using System.Net;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Enterprises;

/// <summary>A firm registers over HTTP, its expert decides, and nobody without the right to can.</summary>
public sealed class RegistrationTests
{
    private const string Legal = "10380284790";

    [Fact]
    public async Task Post_WithGoodFields_RegistersAndOpensTheFirm()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        var answer = await Register(newcomer, Legal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await newcomer.GetAsync(answer.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var firm = await site.Ask(db =>
            db.Enterprises.Include(e => e.ProductLines).SingleAsync(e => e.NameFa == "نساجی آزمون")
        );
        Assert.Equal((45, VerificationState.Waiting), (firm.Employees, firm.State));
        Assert.Equal(["080251"], firm.ProductLines.Select(p => p.HsCode));
    }

    [InlineData("12345678901")]
    [InlineData("")]
    [Theory]
    public async Task Post_WithWrongNumber_ShowsItAndKeepsWhatWasTyped(string number)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var answer = await Register(await site.SignedIn("newcomer"), number);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("نساجی آزمون", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Decision_IsTheExpertsOfTheProvinceAlone()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        foreach (
            var (account, status) in new[]
            {
                ("trade-expert", HttpStatusCode.NotFound),
                ("newcomer", HttpStatusCode.Forbidden),
                ("organization", HttpStatusCode.Forbidden),
                ("auditor", HttpStatusCode.Forbidden),
            }
        )
        {
            var visitor = await site.SignedIn(account);
            // The token of another page is theirs as well: what refuses is the question about the record.
            var page = await visitor.GetStringAsync("/enterprises/register");
            var refused = await Decide(visitor, firm, page);
            Assert.Equal((account, status), (account, refused.StatusCode));
        }
        var expert = await site.SignedIn("expert");
        var done = await Site.Post(
            expert,
            $"/enterprises/{firm}",
            ("version", "0"),
            ("Decision", "Verified")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            VerificationState.Verified,
            (await site.Ask(db => db.Enterprises.SingleAsync(e => e.Id == firm))).State
        );
    }

    [Fact]
    public async Task Post_OverANewerVersion_ShowsBothAndLosesNothing()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.FirmOf("00", VerificationState.Waiting);
        var expert = await site.SignedIn("expert");
        (string, string)[] Typed(string address, string origins, string version = "0") =>
            [
                ("Version", version),
                ("Profile.NameFa", "نام"),
                ("Profile.Province", "00"),
                ("Profile.Address", address),
                ("Profile.Origins", origins),
            ];
        var first = await Site.Post(
            expert,
            $"/enterprises/{firm}/edit",
            Typed("نشانی نخست", "Other")
        );
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        const string Both = "IndustrialCluster,ProducerGuild";
        var second = await Site.Post(expert, $"/enterprises/{firm}/edit", Typed("نشانی دوم", Both));
        var page = await second.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("نشانی نخست", page, StringComparison.Ordinal);
        Assert.Contains("نشانی دوم", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Both}\"", page, StringComparison.Ordinal);

        // Sent again with what was typed: nothing of it is lost.
        var third = await Site.Post(
            expert,
            $"/enterprises/{firm}/edit",
            Typed("نشانی دوم", Both, version: "1")
        );
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        var saved = await site.Ask(db =>
            db.Enterprises.Include(e => e.Origins).SingleAsync(e => e.Id == firm)
        );
        Assert.Equal("نشانی دوم", saved.Address);
        Assert.Equal(
            [OriginKind.IndustrialCluster, OriginKind.ProducerGuild],
            saved.Origins.Select(o => o.Kind).Order()
        );
    }

    [InlineData("csv")]
    [InlineData("xlsx")]
    [Theory]
    public async Task Get_Download_HoldsOnlyTheExpertsProvince(string format)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var file = await expert.GetAsync($"/enterprises?download={format}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        if (format == "csv")
        {
            var rows =
                (await file.Content.ReadAsStringAsync())
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Length - 1;
            var own = await site.Ask(db => db.Enterprises.CountAsync(e => e.Province == "00"));
            Assert.Equal(own, rows);
        }
    }

    private static Task<HttpResponseMessage> Register(HttpClient visitor, string number) =>
        Sending.Send(
            visitor,
            "/enterprises/register",
            [
                ("Number", number),
                ("Profile.NameFa", "نساجی آزمون"),
                ("Profile.Province", "00"),
                ("Profile.Employees", "۴۵"),
                ("Profile.ProductLines", "۰۸۰۲۵۱ پسته"),
            ],
            new ByteArrayContent(Sending.Pdf)
        );

    private static async Task<HttpResponseMessage> Decide(
        HttpClient visitor,
        Guid firm,
        string page
    )
    {
        var start = page.IndexOf("__RequestVerificationToken", StringComparison.Ordinal);
        var value = page.IndexOf("value=\"", start, StringComparison.Ordinal) + 7;
        var token = page[value..page.IndexOf('"', value)];
        return await visitor.PostAsync(
            $"/enterprises/{firm}",
            new FormUrlEncodedContent([
                KeyValuePair.Create("version", "0"),
                KeyValuePair.Create("Decision", "Verified"),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ])
        );
    }

    /// <summary>A telephone without a name would be kept nowhere: the name is asked for, and the telephone stays.</summary>
    [Fact]
    public async Task What_is_typed_of_a_contact_without_a_name_is_not_lost()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var newcomer = await site.SignedIn("newcomer");
        var answer = await Site.Post(
            newcomer,
            "/enterprises/register",
            ("Number", "10380284790"),
            ("Profile.NameFa", "صنایع نو"),
            ("Profile.Province", "00"),
            ("Profile.ContactPhone", "02112345678")
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("02112345678", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);
        Assert.False(await site.Ask(db => db.Enterprises.AnyAsync(e => e.NameFa == "صنایع نو")));
    }
}
