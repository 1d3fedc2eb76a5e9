using System.Net;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Trade;

/// <summary>A declaration is reported as missing, stands in the one queue beside the objections, and is answered, over HTTP.</summary>
public sealed class MissingTests
{
    [Fact]
    public async Task Missing_declaration_is_reported_found_in_the_queue_and_answered()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        var before = await TradeOf.Cents(site, firm);
        var visitor = await site.SignedIn("firm");
        Assert.Contains(
            Links.Trade.Report(firm),
            await Text(visitor, Links.Trade.Firm(firm)),
            StringComparison.Ordinal
        );
        using var proof = new ByteArrayContent(Sending.Pdf);
        var sent = await Sending.Send(visitor, Links.Trade.Report(firm), Typed(), proof);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var report = await site.Ask(db => db.MissingDeclarations.SingleAsync());
        Assert.Equal(
            ("DEC-77", new DateOnly(2022, 4, 23), 1_250_50, (long?)null, false),
            (report.Declaration, report.Day, report.ValueCents, report.WeightGrams, report.IsImport)
        );
        Assert.Equal(before, await TradeOf.Cents(site, firm));

        var line = await TradeOf.Line(site, firm);
        await TradeOf.Decided(site, firm);
        var expert = await site.SignedIn("expert");
        // Both in one list, and both on the start page of who decides.
        var page = Links.Trade.Missing(report.Id);
        foreach (var path in new[] { "/", "/trade/contests" })
        {
            var text = await Text(expert, path);
            Assert.Contains(page, text, StringComparison.Ordinal);
            Assert.Contains("/trade/contests/", text, StringComparison.Ordinal);
        }
        var missing = await Text(expert, "/trade/contests?f-kind=Missing&f-state=Open");
        Assert.Contains("DEC-77", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("/trade/contests/0", missing, StringComparison.Ordinal);
        var file = await expert.GetStringAsync("/trade/contests?download=csv");
        Assert.Contains("DEC-77", file, StringComparison.Ordinal);
        Assert.Contains("اعتراض به ردیف", file, StringComparison.Ordinal);
        // The firm is told that it waits for others.
        Assert.Contains(page, await Text(visitor, "/"), StringComparison.Ordinal);

        Assert.Contains("بازرگان", await Text(expert, page), StringComparison.Ordinal);
        Assert.Contains(
            "هنوز ردیفی از این اظهارنامه",
            await Text(expert, page),
            StringComparison.Ordinal
        );
        var decide = $"{page}?handler=Decide&version=0";
        var silent = await Site.PostWithTokenOf(expert, page, decide, ("Remark", " "));
        var errors = WebUtility.HtmlDecode(await silent.Content.ReadAsStringAsync());
        Assert.Contains("پاسخ خود به بنگاه را بنویسید.", errors, StringComparison.Ordinal);
        Assert.Contains("» را انتخاب کنید.", errors, StringComparison.Ordinal);
        var theirs = await Site.PostWithTokenOf(
            visitor,
            page,
            decide,
            ("Decision", "Found"),
            ("Remark", "x")
        );
        Assert.Equal(HttpStatusCode.Forbidden, theirs.StatusCode);
        // It came with a later file, and the page says so.
        await TradeOf.Import(
            site,
            "00",
            $"DEC-77,1,export,1401/02/03,{await TradeOf.Number(site, firm)},842320,IQ,1250.5,10\n"
        );
        Assert.Contains(
            Links.Trade.Lines(firm).With("f-declaration", "DEC-77"),
            await Text(expert, page),
            StringComparison.Ordinal
        );
        var done = await Site.PostWithTokenOf(
            expert,
            page,
            decide,
            ("Decision", "Found"),
            ("Remark", "با فایل تازه آمد")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("با فایل تازه آمد", await Text(visitor, page), StringComparison.Ordinal);
        Assert.DoesNotContain(
            page,
            await Text(expert, "/trade/contests?f-state=Open"),
            StringComparison.Ordinal
        );
        // The firm reads of it.
        Assert.Contains(
            "به گزارش شما از اظهارنامهٔ جاافتاده پاسخ داده شد",
            await Text(visitor, "/notices"),
            StringComparison.Ordinal
        );
        var late = await Site.PostWithTokenOf(visitor, page, $"{page}?handler=TakeBack&version=0");
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    [Fact]
    public async Task What_is_typed_wrong_has_its_error_and_stays()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(site);
        var line = await TradeOf.Line(site, firm);
        var visitor = await site.SignedIn("firm");
        foreach (
            var (field, typed, error) in new[]
            {
                ("Form.Declaration", "", "» را بنویسید."),
                ("Form.Declaration", line.Line.Key.Declaration, "در میان ردیف‌های بنگاه هست"),
                ("Form.Day", "۱۴۰۱/۱۳/۰۱", "روزی از تقویم بنویسید"),
                ("Form.Day", "۱۵۰۱/۰۱/۰۱", "این روز هنوز نیامده است."),
                ("Form.Office", "", "» را بنویسید."),
                ("Form.HsCode", "۱۲۳", "کد تعرفه ۶، ۸، ۱۰ یا ۱۲ رقم دارد؛"),
                ("Form.Country", "IR", "کشوری جز ایران"),
                ("Form.Value", "12.345", "ارزش را به دلار"),
                ("Form.Weight", "پنج", "وزن را به کیلوگرم"),
                ("Form.Flow", "sideways", "» را انتخاب کنید."),
            }
        )
        {
            using var proof = new ByteArrayContent(Sending.Pdf);
            var answer = await Sending.Send(
                visitor,
                Links.Trade.Report(firm),
                [.. Typed().Select(f => f.Name == field ? (field, typed) : f)],
                proof
            );
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{field}: {answer.StatusCode}");
            Assert.True(page.Contains(error, StringComparison.Ordinal), $"{field}: {error}");
            Assert.Contains("شبانه رفت", page, StringComparison.Ordinal);
        }
        var without = await Sending.Send(visitor, Links.Trade.Report(firm), Typed(), null);
        Assert.Contains(
            "فایل اسکن سند را انتخاب کنید",
            WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.False(await site.Ask(db => db.MissingDeclarations.AnyAsync()));
    }

    private static (string Name, string Value)[] Typed() =>
        [
            ("Form.Declaration", "dec-۷۷"),
            ("Form.Flow", "export"),
            ("Form.Day", "۱۴۰۱/۰۲/۰۳"),
            ("Form.Office", "گمرک بازرگان"),
            ("Form.HsCode", "۸۴۲۳۲۰"),
            ("Form.Country", "IQ"),
            ("Form.Value", "۱٬۲۵۰٫۵"),
            ("Form.Weight", ""),
            ("Form.Reason", "شبانه رفت"),
        ];

    private static async Task<string> Text(HttpClient visitor, string path) =>
        WebUtility.HtmlDecode(await visitor.GetStringAsync(path));
}
