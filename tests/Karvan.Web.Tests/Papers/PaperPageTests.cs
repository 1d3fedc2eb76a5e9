using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Papers;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Files;
using Karvan.Web.Tests.Trade;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Papers;

/// <summary>A paper over HTTP: drafted from a firm's trade, changed, numbered, printed, filed, withdrawn.</summary>
public sealed partial class PaperPageTests
{
    [Fact]
    public async Task A_statement_goes_from_the_draft_to_the_signed_copy_and_is_withdrawn()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        await InEnglish(expert);
        var firm = await TradeOf.FirmOfUser(site);
        var statement = $"/enterprises/{firm}/trade/statement";
        var letterhead = Value().Match(await expert.GetStringAsync(statement)).Groups["id"].Value;
        var drafted = await Site.Post(
            expert,
            statement,
            ("Letterhead", letterhead),
            ("Language", "en"),
            ("Year", "")
        );
        var paper = $"{drafted.Headers.Location}";
        Assert.StartsWith("/papers/", paper, StringComparison.Ordinal);
        Assert.Contains(
            "Draft without a number",
            await Text(expert, paper + "/print"),
            StringComparison.Ordinal
        );

        // What is wrong is said, and what was typed stays.
        var wrong = await Post(expert, paper, "Edit", 0, ("Form.Title", "Exports"));
        Assert.Contains(
            "Enter at least one signatory",
            await wrong.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Post(
                    expert,
                    paper,
                    "Edit",
                    0,
                    ("Form.Title", "Exports of 1401"),
                    ("Form.Recipient", "Bank of exports"),
                    ("Form.Enclosures", "۳"),
                    ("Form.Signatories[0].Name", "Shirin"),
                    ("Form.Signatories[0].Post", "Director"),
                    ("Form.Signatories[1].Name", "Maryam"),
                    ("Form.Signatories[1].Post", "Deputy")
                )
            ).StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, (await Post(expert, paper, "Number", 1)).StatusCode);
        var printed = await Text(expert, paper + "/print");
        var kept = await One(site, paper);
        foreach (
            var part in new[]
            {
                "Exports of 1401",
                "Bank of exports",
                "Shirin",
                "Maryam",
                kept.Number!,
                kept.Fingerprint!,
                "lang=\"en\"",
            }
        )
        {
            Assert.Contains(part, printed, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Draft without a number", printed, StringComparison.Ordinal);

        var copied = await Sending.Send(
            expert,
            paper + "/copy",
            [("version", "2")],
            new ByteArrayContent(Sending.Pdf)
        );
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        // The firm sees it beside its trade, with the signed copy.
        var firmUser = await site.SignedIn("firm");
        Assert.Contains(
            paper,
            await Text(firmUser, $"/enterprises/{firm}/trade"),
            StringComparison.Ordinal
        );
        Assert.Contains("/files/", await Text(firmUser, paper), StringComparison.Ordinal);

        await Post(expert, paper, "Withdraw", 3, ("Reason", "wrong bank"));
        Assert.Contains(
            "wrong bank",
            await Text(firmUser, paper + "/print"),
            StringComparison.Ordinal
        );
        Assert.Contains("wrong bank", await Text(firmUser, paper), StringComparison.Ordinal);
    }

    /// <summary>A paper is printed in its own language, whatever the reader's.</summary>
    [Fact]
    public async Task A_paper_speaks_its_own_language()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        await InEnglish(expert);
        var persian = await site.Ask(db =>
            db.OfficialPapers.Where(p => p.State == PaperState.Numbered)
                .Select(p => p.Id)
                .SingleAsync()
        );
        var page = await Text(expert, $"/papers/{persian}/print");
        Assert.Contains("<html lang=\"fa\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("بسمه تعالی", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letterhead_is_recorded_and_corrected()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("trade-expert");
        const string page = "/papers/letterheads/one";
        (string, string)[] typed =
        [
            ("Issuer", "TradePromotion/08"),
            ("Form.From", "1405/01/01"),
            ("Form.NameFa", "دفتر"),
            ("Form.NameEn", "Office"),
            ("Form.Numbering", "Counted"),
        ];
        var refused = await Site.Post(expert, page, [.. typed, ("Form.Pattern", "[year]")]);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        // Another province's is none of the choices.
        var other = await Site.Post(
            expert,
            page,
            [.. typed.Skip(1), ("Issuer", "TradePromotion/21"), ("Form.Pattern", "[number]")]
        );
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        var recorded = await Site.Post(expert, page, [.. typed, ("Form.Pattern", "[yy]/[number]")]);
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var head = await site.Ask(db => db.Letterheads.SingleAsync(l => l.NameEn == "Office"));
        Assert.Contains(
            $"{head.Id}",
            await Text(expert, "/papers/letterheads"),
            StringComparison.Ordinal
        );
        var edited = await Site.Post(
            expert,
            $"{page}/{head.Id}",
            [
                .. typed.Skip(1),
                ("Form.Pattern", "[number]"),
                ("Version", "0"),
                ("Form.AddressEn", "Here"),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        var stale = await Site.Post(
            expert,
            $"{page}/{head.Id}",
            [.. typed.Skip(1), ("Form.Pattern", "[number]"), ("Version", "0")]
        );
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Equal(
            ("[number]", "Here"),
            await site.Ask(async db =>
            {
                var now = await db.Letterheads.SingleAsync(l => l.Id == head.Id);
                return (now.Pattern, now.AddressEn);
            })
        );
    }

    internal static Task InEnglish(HttpClient visitor) =>
        visitor.PostAsync(
            "/language",
            new FormUrlEncodedContent([
                KeyValuePair.Create("to", "en"),
                KeyValuePair.Create("back", "/"),
            ])
        );

    private static Task<HttpResponseMessage> Post(
        HttpClient visitor,
        string paper,
        string handler,
        int version,
        params (string, string)[] fields
    ) =>
        Site.PostWithTokenOf(
            visitor,
            paper,
            $"{paper}?handler={handler}",
            [.. fields, ("version", $"{version}")]
        );

    private static Task<OfficialPaper> One(Site site, string paper)
    {
        var id = Guid.Parse(paper.Split('/')[^1]);
        return site.Ask(db => db.OfficialPapers.AsNoTracking().SingleAsync(p => p.Id == id));
    }

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));

    [GeneratedRegex("name=\"Letterhead\"[^>]*value=\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex Value();
}
