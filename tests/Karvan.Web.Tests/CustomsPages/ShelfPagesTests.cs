using System.Net;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Trade;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>Saved mappings and snapshots, over HTTP.</summary>
public sealed class ShelfPagesTests
{
    private const string Profiles = "/customs/profiles";
    private const string Snapshots = "/customs/snapshots";
    private const string Purpose = "ارزیابی آزمایشی";

    [Fact]
    public async Task A_profile_is_downloaded_by_all_and_taken_off_by_its_own()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await room.Sent(Header + Line("A1", Unknown, "7"));
        var map = $"/customs/{id}/map";
        await PageForm
            .With(await room.Page(map), "Entry.Date")
            .Say("Entry.SaveAs", "گمرک آزمون")
            .Post(room.Expert, map);
        var profile = await room.Site.Ask(db => db.CustomsProfiles.SingleAsync());
        using var south = await room.Site.SignedIn("trade-expert");
        using var auditor = await room.Site.SignedIn("auditor");
        var file = $"{Profiles}?handler=File&id={profile.Id}";
        foreach (var visitor in new[] { room.Expert, south, auditor })
        {
            Assert.Contains(
                "گمرک آزمون",
                await room.Text(Profiles, visitor),
                StringComparison.Ordinal
            );
            Assert.Equal((await room.Look(id)).Mapping, await room.Page(file, visitor));
        }
        foreach (var visitor in new[] { south, auditor })
        {
            Assert.DoesNotContain(
                "handler=Withdraw",
                await room.Page(Profiles, visitor),
                StringComparison.Ordinal
            );
            var tried = await room.Press(Profiles, "Withdraw", visitor, ("id", $"{profile.Id}"));
            Assert.Equal(HttpStatusCode.Forbidden, tried.StatusCode);
        }
        Assert.Contains("گمرک آزمون", await room.Text(Profiles), StringComparison.Ordinal);

        var gone = await room.Press(Profiles, "Withdraw", null, ("id", $"{profile.Id}"));
        Assert.Equal(Profiles, gone.Headers.Location!.OriginalString);
        Assert.Contains("هنوز الگویی نیست", await room.Text(Profiles), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Expert.GetAsync(file)).StatusCode);
        var again = await room.Press(Profiles, "Withdraw", null, ("id", $"{profile.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        // Who has it in an address still gets a form, from the guess.
        var next = await room.Sent(Header + Line("A1", Unknown, "7"));
        var guessed = PageForm.With(
            await room.Page($"/customs/{next}/map?Profile={profile.Id}"),
            "Entry.Date"
        );
        Assert.Equal("3", guessed["Entry.Date"]);
    }

    [Fact]
    public async Task A_snapshot_is_taken_of_what_stands_and_flagged_when_something_goes()
    {
        await using var room = await On(Provider.Sqlite);
        await TradeOf.WithdrawAll(room.Site);
        Assert.Contains(
            "هنوز فایلی به‌کار گرفته نشده است.",
            await Refused(room, Province, Purpose),
            StringComparison.Ordinal
        );
        var id = await room.Read(Line("A1", Unknown, "7"));
        await room.Commit(id);
        Assert.Contains(
            "بنویسید نسخه برای چه کاری است.",
            await Refused(room, Province, " "),
            StringComparison.Ordinal
        );
        foreach (var reach in new[] { "", "08", "IR" })
        {
            Assert.Contains(
                "استان را انتخاب کنید.",
                await Refused(room, reach, Purpose),
                StringComparison.Ordinal
            );
        }
        Assert.False(await room.Site.Ask(db => db.CustomsSnapshots.AnyAsync()));

        var taken = await PageForm
            .With(await room.Page(Snapshots), "Purpose")
            .Say("Reach", Province)
            .Say("Purpose", Purpose)
            .Post(room.Expert, Snapshots);
        Assert.Equal(Snapshots, taken.Headers.Location?.OriginalString);
        var hash = await room.Site.Ask(db => db.CustomsSnapshots.Select(s => s.Hash).SingleAsync());
        var text = await room.Text(Snapshots);
        Assert.All(
            new[] { Purpose, "معتبر", hash },
            said => Assert.Contains(said, text, StringComparison.Ordinal)
        );
        Assert.Contains(
            Purpose,
            await room.Page($"{Snapshots}?download=csv"),
            StringComparison.Ordinal
        );
        using var south = await room.Site.SignedIn("trade-expert");
        Assert.DoesNotContain(Purpose, await room.Text(Snapshots, south), StringComparison.Ordinal);
        using var auditor = await room.Site.SignedIn("auditor");
        var read = await room.Page(Snapshots, auditor);
        Assert.Contains(Purpose, read, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Purpose\"", read, StringComparison.Ordinal);
        await Site.Post(auditor, Snapshots, ("Reach", Province), ("Purpose", "دیگر"));
        Assert.Equal(1, await room.Site.Ask(db => db.CustomsSnapshots.CountAsync()));

        await TradeOf.WithdrawAll(room.Site);
        Assert.Contains(
            "بخشی از آن پس گرفته شده است",
            await room.Text(Snapshots),
            StringComparison.Ordinal
        );
    }

    /// <returns>What the page says is wrong; what was typed stands in it.</returns>
    private static async Task<string> Refused(ImportRoom room, string reach, string purpose)
    {
        var form = PageForm.With(await room.Page(Snapshots), "Purpose");
        // As somebody who tries could send it: the page offers no province but their own.
        form.Say("Reach", reach).Say("Purpose", purpose);
        var answer = await form.Post(room.Expert, Snapshots);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(purpose, PageForm.With(page, "Purpose")["Purpose"]);
        return PageForm.Summary(page);
    }
}
