using System.Net;
using Karvan.Consortia;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Consortia;

/// <summary>A consortium is recorded over HTTP, gets a member, and two people change it at once.</summary>
public sealed class ConsortiumTests
{
    private const string Province = "00";

    [Fact]
    public async Task Post_Record_ThenMember_StandOnItsPage()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var page = await Recorded(expert, "کنسرسیوم فرش نو");
        var firm = await site.FirmOf(Province, VerificationState.Verified);
        var added = await Site.Post(
            expert,
            $"{page}/members",
            ("Firm", $"{firm}"),
            ("From", "۱۴۰۲/۰۱/۱۵")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var shown = await expert.GetStringAsync(page);
        var name = (await site.Ask(db => db.Enterprises.SingleAsync(e => e.Id == firm))).NameFa;
        Assert.Contains(name, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        Assert.Contains("۱۴۰۲/۰۱/۱۵", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OverANewerVersion_ShowsBothAndLosesNothing()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var edit = await Recorded(expert, "کنسرسیوم خرما") + "/edit";
        var first = await Site.Post(expert, edit, Typed("نام نخست", "0"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        var second = await Site.Post(expert, edit, Typed("نام دوم", "0"));
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("نام نخست", page, StringComparison.Ordinal);
        Assert.Contains("نام دوم", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"1\"", page, StringComparison.Ordinal);

        var third = await Site.Post(expert, edit, Typed("نام دوم", "1"));
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
        Assert.True(await site.Ask(db => db.Consortia.AnyAsync(c => c.NameFa == "نام دوم")));
    }

    [Fact]
    public async Task Post_Record_InAnotherProvince_IsRefusedWithWhatWasTyped()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var answer = await Site.Post(
            expert,
            "/consortia/record",
            [.. Typed("کنسرسیوم دور", "0", province: "21")]
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("کنسرسیوم دور", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid", page, StringComparison.Ordinal);
        Assert.False(await site.Ask(db => db.Consortia.AnyAsync(c => c.NameFa == "کنسرسیوم دور")));
    }

    /// <returns>The path of its page.</returns>
    private static async Task<string> Recorded(HttpClient expert, string name)
    {
        var answer = await Site.Post(expert, "/consortia/record", Typed(name, "0"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static (string, string)[] Typed(
        string name,
        string version,
        string province = Province
    ) =>
        [
            ("Version", version),
            ("Form.NameFa", name),
            ("Form.Province", province),
            ("Form.RegistrationNumber", "۴۵۶۷"),
            ("Form.RegisteredOn", "1401/05/02"),
        ];
}
