using System.Net;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Platform.Authorization;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Karvan.Web.Customs.Pages.Trade;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>Flow and owner of a line are corrected over HTTP: both versions to check, both sides told where it counts.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task Line_that_is_corrected_to_the_other_flow_is_shown_on_both_sides()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var expert = await site.SignedIn("expert");
        var form = Typed(line, flow: Other(line), owner: "");
        var check = await Site.PostWithTokenOf(
            expert,
            line.Path(Links.Trade.Adjust),
            line.Path(Links.Trade.Adjust) + "&handler=Check",
            form
        );
        var checking = WebUtility.HtmlDecode(await check.Content.ReadAsStringAsync());
        Assert.Contains("مردم هر دو بنگاه باخبر می‌شوند", checking, StringComparison.Ordinal);
        Assert.Contains("<del>صادرات</del>", checking, StringComparison.Ordinal);
        Assert.Contains("<ins>واردات</ins>", checking, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await Adjust(expert, line, form)).StatusCode);
        var firm = await site.SignedIn("firm");
        var here = await Text(firm, line.Path());
        Assert.Contains("اینجا به شمار نمی‌آید", here, StringComparison.Ordinal);
        var there = await site.Ask(db => db.CustomsAdjustments.SingleAsync(a => a.After != null));
        // From the one to the other.
        var link = Links.Trade.Line(line.Firm).With("adjustment", there.Id);
        Assert.Contains(link, here, StringComparison.Ordinal);
        var led = (await firm.GetAsync(link)).Headers.Location!.OriginalString;
        Assert.Contains("flow=import", led, StringComparison.Ordinal);
        var page = await Text(firm, led);
        Assert.Contains("با تصمیم کارشناس اینجا به شمار می‌آید", page, StringComparison.Ordinal);
        var imports = await Text(firm, $"/enterprises/{line.Firm}/trade/lines?f-flow=import");
        Assert.Contains(line.Line.Key.Declaration, imports, StringComparison.Ordinal);
        // Taken back where it counts: both halves go.
        var done = await Site.PostWithTokenOf(
            expert,
            led,
            $"{led}&handler=Withdraw&adjustment={there.Id}&version=0",
            ("Reason", "اشتباه بود")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            0,
            await site.Ask(db => db.CustomsAdjustments.CountAsync(a => a.WithdrawnAt == null))
        );
    }

    [Fact]
    public async Task Line_of_another_firm_is_given_to_it_and_nothing_is_said_of_whose_it_was()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var other = await site.Ask(db =>
            db.Enterprises.Where(e =>
                    e.Province == "00" && !db.Set<Grant>().Any(g => g.EnterpriseId == e.Id)
                )
                .OrderBy(e => e.Id)
                .Select(e => e.Id)
                .FirstAsync()
        );
        var number = await TradeOf.Number(site, other);
        var (before, theirs) = (
            await TradeOf.Cents(site, line.Firm),
            await TradeOf.Cents(site, other)
        );
        var expert = await site.SignedIn("expert");
        var flow = TradeAsk.FlowOf(line.Line.Key.Import);
        var made = await Adjust(expert, line, Typed(line, flow, number));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var cents = line.Line.At.Line.ValueCents;
        Assert.Equal(before - cents, await TradeOf.Cents(site, line.Firm));
        Assert.Equal(theirs + cents, await TradeOf.Cents(site, other));
        // The firm that lost it is not told for whom it counts now.
        var firm = await site.SignedIn("firm");
        var page = await Text(firm, line.Path());
        Assert.Contains("برای بنگاه دیگری به شمار می‌آید", page, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other}", page, StringComparison.Ordinal);
        // The expert of both goes on from there.
        Assert.Contains($"{other}", await Text(expert, line.Path()), StringComparison.Ordinal);
        // A number outside the expert's provinces, and one of nobody.
        var elsewhere = await site.FirmOf("08", VerificationState.Verified);
        foreach (var unknown in new[] { await TradeOf.Number(site, elsewhere), "14000000000" })
        {
            var own = (await TradeOf.Lines(site, other)).First(l => l.Counts && l.Given is null);
            var refused = await Adjust(
                expert,
                new FirmsLine(other, own),
                Typed(new FirmsLine(other, own), TradeAsk.FlowOf(own.Key.Import), unknown)
            );
            Assert.Contains(
                "بنگاه ثبت‌شده‌ای با این شماره در استان‌های شما نیست",
                WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()),
                StringComparison.Ordinal
            );
        }
    }

    private static string Other(FirmsLine line) => TradeAsk.FlowOf(!line.Line.Key.Import);

    private static (string Name, string Value)[] Typed(FirmsLine line, string flow, string owner)
    {
        var said = line.Line.Said;
        return
        [
            ("Form.Decision", AdjustForm.Correct),
            ("Form.Flow", flow),
            ("Form.Owner", owner),
            ("Form.Day", $"{said.Day:yyyy-MM-dd}"),
            ("Form.HsCode", said.HsCode),
            ("Form.Country", said.Country),
            ("Form.Value", $"{said.ValueCents / 100}.{said.ValueCents % 100:00}"),
            ("Form.Weight", $"{said.WeightGrams / 1000}.{said.WeightGrams % 1000:000}"),
            ("Form.Reason", "نامهٔ گمرک"),
        ];
    }

    private static Task<HttpResponseMessage> Adjust(
        HttpClient expert,
        FirmsLine line,
        (string Name, string Value)[] form
    ) => Files.Sending.Send(expert, line.Path(Links.Trade.Adjust), form, null);

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));
}
