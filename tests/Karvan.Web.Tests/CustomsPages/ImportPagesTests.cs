using System.Net;
using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Trade;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>An import is looked at, decided, superseded, withdrawn and begun again over HTTP.</summary>
public sealed class ImportPagesTests
{
    [Fact]
    public async Task The_report_says_what_became_of_every_line()
    {
        await using var room = await On(Provider.Sqlite);
        var firm = await TradeOf.Number(room.Site, await TradeOf.FirmOfUser(room.Site));
        var elsewhere = await TradeOf.Number(
            room.Site,
            await room.Site.FirmOf("08", VerificationState.Verified)
        );
        var id = await room.Read(
            Line("A1", firm, "100.25")
                + Line("A1", firm, "100.25")
                + Line("A2", Unknown, "9")
                + Line("A3", elsewhere, "11")
                + Line("A4", firm, "1").Replace("1390/02", "1390/13", StringComparison.Ordinal)
        );
        var path = $"/customs/{id}";
        var text = await room.Text(path);
        foreach (
            var said in new[]
            {
                "ردیف‌های فایل 5",
                "ردیف‌های پذیرفته 3",
                "ردیف‌های ردشده 1",
                "ردیف‌های تکراری (یک بار شمرده) 1",
                "بنگاه‌های ثبت‌شده 1 شناسه، 1 ردیف",
                "شناسه‌های بدون بنگاه 1 شناسه، 1 ردیف",
                "بنگاه‌های استان‌های دیگر (شمرده نمی‌شوند) 1 شناسه، 1 ردیف",
                // 100.25 + 9 + 11 USD.
                "120.25",
                "گزارش را ببینید",
            }
        )
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }
        var rejected = await room.Expert.GetAsync($"{path}?handler=Rejected");
        var number = (await room.Look(id)).Number;
        Assert.Contains(
            $"rejected-{number}.csv",
            rejected.Content.Headers.ContentDisposition!.ToString(),
            StringComparison.Ordinal
        );
        Assert.True(rejected.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.Equal(
            "\uFEFFline,reason,column,value,why\n6,bad-date,date,1390/13/03,تاریخ نادرست است\n",
            Encoding.UTF8.GetString(await rejected.Content.ReadAsByteArrayAsync())
        );
        Assert.Contains(Unknown, await room.Text($"{path}/unknown"), StringComparison.Ordinal);
        var csv = await room.Page($"{path}/unknown?download=csv");
        Assert.Contains(Unknown, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(firm, csv, StringComparison.Ordinal);

        // The list finds it by its name and state, and downloads what it shows.
        Assert.Contains(path, await room.Page("/customs?f-state=Ready"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            path,
            await room.Page("/customs?f-state=Committed"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "گمرک.csv",
            await room.Page("/customs?f-file=گمرک&download=csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_takes_the_place_of_another_and_is_withdrawn_with_a_reason()
    {
        await using var room = await On(Provider.Sqlite);
        var firm = await TradeOf.FirmOfUser(room.Site);
        var number = await TradeOf.Number(room.Site, firm);
        var before = await TradeOf.Cents(room.Site, firm);
        var first = await room.Read(Line("A1", number, "100"));
        Assert.Equal(before, await TradeOf.Cents(room.Site, firm));
        await room.Commit(first);
        Assert.Equal(before + 100_00, await TradeOf.Cents(room.Site, firm));

        var second = await room.Read(Line("A1", number, "130") + Line("A2", Unknown, "5"));
        var differences = await room.Page($"/customs/{second}/differences?download=csv");
        var rows = differences.TrimEnd().ReplaceLineEndings("\n").Split('\n')[1..];
        // The larger difference first: 30, then 5.
        Assert.Equal(2, rows.Length);
        Assert.Contains(number, rows[0], StringComparison.Ordinal);
        Assert.Contains(Unknown, rows[1], StringComparison.Ordinal);
        Assert.Contains(
            "100 130 30",
            await room.Text($"/customs/{second}/differences"),
            StringComparison.Ordinal
        );

        var path = $"/customs/{second}/commit";
        foreach (var place in new[] { null, "", $"{second}", $"{Guid.NewGuid()}" })
        {
            var form = PageForm.With(await room.Page(path), "Place").Say("Place", place);
            var page = await (await form.Post(room.Expert, path)).Content.ReadAsStringAsync();
            Assert.Contains(
                "تعیین کنید فایل در کنار دیگر فایل‌ها می‌آید یا به جای یکی.",
                PageForm.Summary(page),
                StringComparison.Ordinal
            );
        }
        var stale = PageForm.With(await room.Page(path), "Place");
        stale.Say("Place", $"{first}").Say("Version", "0");
        Assert.Contains(
            "در این فاصله کسی آن را تغییر داده است",
            await Text(await stale.Post(room.Expert, path)),
            StringComparison.Ordinal
        );
        Assert.Equal(before + 100_00, await TradeOf.Cents(room.Site, firm));
        await room.Commit(second, $"{first}");
        Assert.Equal(before + 130_00, await TradeOf.Cents(room.Site, firm));
        Assert.Contains(
            $"href=\"/customs/{second}\"",
            await room.Page($"/customs/{first}"),
            StringComparison.Ordinal
        );

        await Withdraw(room, second);
        Assert.Equal(before, await TradeOf.Cents(room.Site, firm));
    }

    private static async Task Withdraw(ImportRoom room, Guid id)
    {
        var path = $"/customs/{id}/withdraw";
        var silent = PageForm.With(await room.Page(path), "Reason").Say("Reason", " ");
        var page = await (await silent.Post(room.Expert, path)).Content.ReadAsStringAsync();
        Assert.Equal("دلیل را بنویسید.", PageForm.Error(page, "Reason"));
        var stale = PageForm.With(await room.Page(path), "Reason");
        stale.Say("Reason", "سال اشتباه بود").Say("Version", "0");
        page = await (await stale.Post(room.Expert, path)).Content.ReadAsStringAsync();
        Assert.Contains(
            "در این فاصله کسی آن را تغییر داده است",
            PageForm.Summary(page),
            StringComparison.Ordinal
        );
        Assert.Equal("سال اشتباه بود", PageForm.With(page, "Reason")["Reason"]);
        Assert.True((await room.Look(id)).InForce);

        var done = await PageForm
            .With(await room.Page(path), "Reason")
            .Say("Reason", "سال اشتباه بود")
            .Post(room.Expert, path);
        Assert.Equal($"/customs/{id}", done.Headers.Location?.OriginalString);
        Assert.Contains(
            "سال اشتباه بود",
            await room.Text($"/customs/{id}"),
            StringComparison.Ordinal
        );
        // There is nothing to withdraw any more.
        Assert.Equal(
            $"/customs/{id}",
            (await room.Expert.GetAsync(path)).Headers.Location?.OriginalString
        );
    }

    [Fact]
    public async Task What_was_read_is_thrown_away_and_the_file_read_anew()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await room.Read(Line("A1", Unknown, "7"));
        var path = $"/customs/{id}";
        var stale = await room.Press(path, "Discard", null, ("version", "0"));
        Assert.Contains(
            "در این فاصله کسی آن را تغییر داده است",
            PageForm.Summary(await stale.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        var version = (await room.Look(id)).Version;
        var gone = await room.Press(path, "Discard", null, ("version", $"{version}"));
        Assert.Equal(path, gone.Headers.Location!.OriginalString);
        Assert.Equal(ImportState.Discarded, (await room.Look(id)).State);
        Assert.Contains("کنارگذاشته", await room.Text(path), StringComparison.Ordinal);

        var again = await room.Press(path, "Again");
        var map = again.Headers.Location!.OriginalString;
        var next = Guid.Parse(map.Split('/')[2]);
        Assert.NotEqual(id, next);
        // Each leads to the other, and the columns stand as they were said.
        Assert.Contains(path, await room.Page($"/customs/{next}"), StringComparison.Ordinal);
        Assert.Contains($"/customs/{next}", await room.Page(path), StringComparison.Ordinal);
        var (old, begun) = (await room.Look(id), await room.Look(next));
        Assert.Equal((old.FileId, old.Mapping), (begun.FileId, begun.Mapping));
        Assert.Equal(Header + Line("A1", Unknown, "7"), await room.Page($"/customs/{next}/file"));
    }

    [Fact]
    public async Task What_is_not_read_is_not_committed()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await room.Sent(Header + Line("A1", Unknown, "7"));
        var path = $"/customs/{id}/commit";
        Assert.Equal(
            $"/customs/{id}",
            (await room.Expert.GetAsync(path)).Headers.Location?.OriginalString
        );
        var tried = await Site.PostWithTokenOf(
            room.Expert,
            "/customs/new",
            path,
            ("Place", "beside"),
            ("Version", "0")
        );
        Assert.Contains(
            "این فایل هنوز خوانده نشده است.",
            await Text(tried),
            StringComparison.Ordinal
        );
        var unmapped = await room.Press($"/customs/{id}", "Read", null, ("version", "0"));
        Assert.Contains(
            "نخست تعیین کنید کدام ستون چیست.",
            await Text(unmapped),
            StringComparison.Ordinal
        );
        Assert.Equal(ImportState.Mapping, (await room.Look(id)).State);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_says_why_on_its_page()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await room.Sent(Header + Line("A1", Unknown, "7"));
        var path = $"/customs/{id}/map";
        await PageForm.With(await room.Page(path), "Entry.Date").Post(room.Expert, path);
        // The bytes that are kept are no text of this design any more.
        await room.Site.Ask(async db =>
        {
            var part = db.Set<CustomsFilePart>()
                .Single(p => p.FileId == db.Set<CustomsImport>().Single(i => i.Id == id).FileId);
            var other = Encoding.UTF8.GetBytes("one,two\n".PadRight(part.Length, '\n'));
            db.Entry(part).Property(p => p.Bytes).CurrentValue = other;
            db.Entry(part).Property(p => p.IsPacked).CurrentValue = false;
            return await db.SaveChangesAsync();
        });
        await room.Work();
        Assert.Equal(ImportState.Unusable, (await room.Look(id)).State);
        var text = await room.Text($"/customs/{id}");
        Assert.Contains("چرا خواندنی نیست", text, StringComparison.Ordinal);
        Assert.Contains("گمرک.csv", text, StringComparison.Ordinal);
        Assert.Contains("expected", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await room.Expert.GetAsync(path)).StatusCode);
    }
}
