using System.Net;
using Karvan.Customs;
using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Karvan.Trade.Ledger;
using Karvan.Web.Customs.Pages.Trade;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>A line is contested, corrected, struck off and counts again, over HTTP.</summary>
public sealed class LineTests
{
    [Fact]
    public async Task Objection_that_is_upheld_changes_what_counts_and_taking_it_back_changes_it_again()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var before = await TradeOf.Cents(site, line.Firm);
        var firm = await site.SignedIn("firm");
        using var proof = new ByteArrayContent(Sending.Pdf);
        var sent = await Sending.Send(
            firm,
            line.Path(Links.Trade.Contest),
            [
                ("Ground", nameof(LineObjectionGround.WrongValue)),
                ("Reason", "ارزش ۱۲۳٫۴۵ دلار است."),
            ],
            proof
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var objection = await TradeOf.ObjectionOfUser(site);
        Assert.Equal(
            (line.Firm, LineObjectionGround.WrongValue, LineObjectionState.Open),
            (objection.EnterpriseId, objection.Ground, objection.State)
        );
        // The line counts as before until an expert decides.
        Assert.Equal(before, await TradeOf.Cents(site, line.Firm));

        var expert = await site.SignedIn("expert");
        Assert.Contains(
            Links.Trade.Objection(objection.Id),
            await Text(expert, "/"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"/trade/contests/{objection.Id}",
            await Text(expert, "/trade/contests"),
            StringComparison.Ordinal
        );
        var led = await expert.GetAsync($"/trade/contests/{objection.Id}");
        Assert.Equal(line.Path(), led.Headers.Location!.OriginalString);
        var check = await Site.PostWithTokenOf(
            expert,
            line.Path(Links.Trade.Adjust),
            line.Path(Links.Trade.Adjust) + "&handler=Check",
            Typed(objection, "۱۲۳٫۴۵")
        );
        var checking = WebUtility.HtmlDecode(await check.Content.ReadAsStringAsync());
        Assert.Contains("<ins><bdi>۱۲۳٫۴۵</bdi></ins>", checking, StringComparison.Ordinal);
        Assert.False(await site.Ask(db => db.CustomsAdjustments.AnyAsync()));

        var made = await Adjust(expert, line, Typed(objection, "123.45"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(LineObjectionState.Corrected, (await TradeOf.ObjectionOfUser(site)).State);
        var change = 123_45 - line.Line.At.Line.ValueCents;
        Assert.Equal(before + change, await TradeOf.Cents(site, line.Firm));
        var shown = await Text(firm, line.Path());
        Assert.Contains("نامهٔ گمرک", shown, StringComparison.Ordinal);
        Assert.Contains("/view", shown, StringComparison.Ordinal);
        // Both are led to from the record of changes.
        var adjustment = await site.Ask(db => db.CustomsAdjustments.SingleAsync());
        var fromRecord = await expert.GetAsync(
            $"/enterprises/{line.Firm}/trade/line?adjustment={adjustment.Id}"
        );
        Assert.Equal(line.Path(), fromRecord.Headers.Location!.OriginalString);

        // A firm does not take a decision back, and nobody does without a reason.
        var back = $"{line.Path()}&handler=Withdraw&adjustment={adjustment.Id}&version=0";
        var theirs = await Site.PostWithTokenOf(firm, line.Path(), back, ("Reason", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, theirs.StatusCode);
        var silent = await Site.PostWithTokenOf(expert, line.Path(), back, ("Reason", " "));
        Assert.Contains(
            "دلیل را بنویسید.",
            WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        var done = await Site.PostWithTokenOf(expert, line.Path(), back, ("Reason", "اشتباه بود"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(before, await TradeOf.Cents(site, line.Firm));
        Assert.Contains("اشتباه بود", await Text(firm, line.Path()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Struck_line_does_not_count_and_a_form_over_an_older_decision_is_refused()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var before = await TradeOf.Cents(site, line.Firm);
        var expert = await site.SignedIn("expert");
        var struck = await Adjust(
            expert,
            line,
            [("Form.Decision", AdjustForm.Strike), ("Form.Reason", "از این بنگاه نیست")]
        );
        Assert.Equal(HttpStatusCode.Redirect, struck.StatusCode);
        Assert.Equal(before - line.Line.At.Line.ValueCents, await TradeOf.Cents(site, line.Firm));
        Assert.Contains(
            LineLink.InState(line.Firm, LineState.Struck),
            await Text(expert, $"/enterprises/{line.Firm}/trade"),
            StringComparison.Ordinal
        );
        // Whoever had opened the form before does not know of it.
        var stale = await Adjust(expert, line, Typed(null, "1"));
        var page = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Contains("در این فاصله کس دیگری", page, StringComparison.Ordinal);
        Assert.Equal(1, await site.Ask(db => db.CustomsAdjustments.CountAsync()));
    }

    [Fact]
    public async Task Refusal_takes_words_and_an_objection_can_be_taken_back()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var firm = await site.SignedIn("firm");
        var expert = await site.SignedIn("expert");
        await Object(firm, line);
        var objection = await TradeOf.ObjectionOfUser(site);
        var again = await Object(firm, line);
        Assert.Contains(
            "اعتراض کرده است و هنوز",
            WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        var refuse = $"{line.Path()}&handler=Refuse&objection={objection.Id}&version=0";
        var theirs = await Site.PostWithTokenOf(firm, line.Path(), refuse, ("Remark", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, theirs.StatusCode);
        var silent = await Site.PostWithTokenOf(expert, line.Path(), refuse, ("Remark", ""));
        Assert.Equal(HttpStatusCode.OK, silent.StatusCode);
        var refused = await Site.PostWithTokenOf(
            expert,
            line.Path(),
            refuse,
            ("Remark", "سند کافی نیست")
        );
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal(LineObjectionState.Refused, (await TradeOf.ObjectionOfUser(site)).State);
        Assert.Contains("سند کافی نیست", await Text(firm, line.Path()), StringComparison.Ordinal);
        // Decided, and the page that was open is older.
        var late = await Site.PostWithTokenOf(
            firm,
            line.Path(),
            $"{line.Path()}&handler=TakeBack&objection={objection.Id}&version=0"
        );
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);

        await Object(firm, line);
        var open = await site.Ask(db =>
            db.LineObjections.SingleAsync(c =>
                c.EnterpriseId == line.Firm && c.State == LineObjectionState.Open
            )
        );
        var back = $"{line.Path()}&handler=TakeBack&objection={open.Id}&version=0";
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Site.PostWithTokenOf(expert, line.Path(), back)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await Site.PostWithTokenOf(firm, line.Path(), back)).StatusCode
        );
        Assert.False(
            await site.Ask(db =>
                db.LineObjections.AnyAsync(c =>
                    c.EnterpriseId == line.Firm && c.State == LineObjectionState.Open
                )
            )
        );
        Assert.Equal(0, await site.Ask(db => db.CustomsAdjustments.CountAsync()));
    }

    [Fact]
    public async Task What_is_typed_wrong_has_its_error_and_stays()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var expert = await site.SignedIn("expert");
        foreach (
            var (field, typed, error) in new[]
            {
                ("Form.Day", "۱۴۰۱/۱۳/۰۱", "روزی از تقویم بنویسید"),
                ("Form.Day", "۱۵۰۱/۰۱/۰۱", "این روز هنوز نیامده است."),
                ("Form.Owner", "۱۲۳", "بنگاه ثبت‌شده‌ای با این شماره"),
                ("Form.HsCode", "۱۲۳", "کد تعرفه ۶، ۸، ۱۰ یا ۱۲ رقم دارد؛"),
                ("Form.Country", "IR", "کشوری جز ایران"),
                ("Form.Value", "12.345", "ارزش را به دلار"),
                ("Form.Weight", "پنج", "وزن را به کیلوگرم"),
                ("Form.Reason", " ", "دلیل را بنویسید."),
                ("Form.Decision", "", "» را انتخاب کنید."),
            }
        )
        {
            var answer = await Adjust(
                expert,
                line,
                [.. Typed(null, "7").Where(t => t.Name != field), (field, typed)]
            );
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal((field, HttpStatusCode.OK), (field, answer.StatusCode));
            Assert.Contains(error, page, StringComparison.Ordinal);
            if (typed.Trim().Length > 0 && field != "Form.Country")
            {
                // A number comes back in the digits of the page.
                Assert.Contains(
                    PersianText.LatinDigits(typed),
                    PersianText.LatinDigits(page),
                    StringComparison.Ordinal
                );
            }
        }
        Assert.Equal(0, await site.Ask(db => db.CustomsAdjustments.CountAsync()));
    }

    [Fact]
    public async Task Line_that_the_firm_has_not_is_not_found()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var line = await TradeOf.Line(site, await TradeOf.FirmOfUser(site));
        var other = await TradeOf.Line(
            site,
            await site.FirmOf("00", Karvan.Registry.Firms.VerificationState.Waiting)
        );
        var firm = await site.SignedIn("firm");
        foreach (
            var path in new[]
            {
                LineLink.One(line.Firm, other.Line.Import.Id, other.Line.Key),
                LineLink.One(line.Firm, Guid.NewGuid(), line.Line.Key),
                LineLink.One(
                    line.Firm,
                    line.Line.Import.Id,
                    line.Line.Key with
                    {
                        LineNumber = 999,
                    },
                    Links.Trade.Contest
                ),
                $"/enterprises/{line.Firm}/trade/line",
                $"/enterprises/{line.Firm}/trade/line?adjustment={Guid.NewGuid()}",
                $"/trade/contests/{Guid.NewGuid()}",
                other.Path(),
            }
        )
        {
            var answer = await firm.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
    }

    private static Task<HttpResponseMessage> Object(HttpClient firm, FirmsLine line) =>
        Sending.Send(
            firm,
            line.Path(Links.Trade.Contest),
            [("Ground", nameof(LineObjectionGround.NotOurs)), ("Reason", "مال ما نیست")],
            null
        );

    private static Task<HttpResponseMessage> Adjust(
        HttpClient expert,
        FirmsLine line,
        (string Name, string Value)[] fields
    ) => Sending.Send(expert, line.Path(Links.Trade.Adjust), fields, null);

    private static (string Name, string Value)[] Typed(LineObjection? objection, string value) =>
        [
            ("Objection", $"{objection?.Id}"),
            ("ObjectionVersion", $"{objection?.Version ?? 0}"),
            ("Over", ""),
            ("Form.Decision", AdjustForm.Correct),
            ("Form.Flow", "export"),
            ("Form.Day", "۱۴۰۲/۰۵/۰۶"),
            ("Form.HsCode", "84232000"),
            ("Form.Country", "IQ"),
            ("Form.Value", value),
            ("Form.Weight", "۱۲٫۵"),
            ("Form.Owner", ""),
            ("Form.Reason", "نامهٔ گمرک"),
        ];

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));
}
