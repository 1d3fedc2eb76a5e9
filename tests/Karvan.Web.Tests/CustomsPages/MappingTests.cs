using System.Net;
using System.Text;
using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Testing.Databases;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>Somebody says which column is what; what cannot be is told at its field, and nothing they chose is lost.</summary>
public sealed class MappingTests
{
    private const string ProfileName = "گمرک آزمون";
    private const string Column = "column";
    private const string NoColumn = "ستونی انتخاب کنید.";

    /// <summary>The columns of the file by their places: 2 is the flow, 6 the country.</summary>
    private static readonly (
        (string Field, string Said)[] Changes,
        string At,
        string Told
    )[] Wrong =
    [
        ([("Declaration", "")], "Declaration", NoColumn),
        ([("Numbering", "Column"), ("Line", "")], "Line", NoColumn),
        ([("FlowMode", Column), ("Flow", "")], "Flow", NoColumn),
        ([("Date", "")], "Date", NoColumn),
        ([("Exporter", "")], "Exporter", NoColumn),
        ([("HsCode", "")], "HsCode", NoColumn),
        ([("Country", "")], "Country", NoColumn),
        ([("Value", "")], "Value", NoColumn),
        ([("Weight", "")], "Weight", NoColumn),
        ([("Currency", Column), ("CurrencyColumn", "")], "Currency", NoColumn),
        ([("Currency", "IRR")], "Rates", "نرخ IRR را بنویسید."),
        (
            [("FlowMode", "Export"), ("Currency", Column), ("CurrencyColumn", "2")],
            "Currency",
            "«export» ارز شناخته‌شده‌ای نیست."
        ),
        ([("HsCode", "6")], "Country", "ستون 'country' برای دو چیز به‌کار رفته است."),
        ([("Rates", "IRR دیروز 5")], "Rates", "«IRR دیروز 5» خوانده نشد"),
        ([("Rates", "EUR 1390/01/01 $1.1\nIRR|5")], "Rates", "«IRR¦5» خوانده نشد"),
        ([("SaveAs", ProfileName)], "SaveAs", "الگویی با این نام هست"),
    ];

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_is_lost()
    {
        await using var room = await On(Provider.Sqlite);
        var saved = await Map(room, await Sent(room), f => f.Say("Entry.SaveAs", ProfileName));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var id = await Sent(room);
        var path = $"/customs/{id}/map";
        var opened = await room.Page(path);
        foreach (var (changes, at, told) in Wrong)
        {
            var form = PageForm.With(opened, "Entry.Date");
            foreach (var (field, said) in changes)
            {
                form.Say($"Entry.{field}", said);
            }
            var answer = await form.Post(room.Expert, path);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal((at, told, HttpStatusCode.OK), (at, told, answer.StatusCode));
            Assert.Contains(told, PageForm.Error(page, $"Entry.{at}"), StringComparison.Ordinal);
            Assert.Contains(told, PageForm.Summary(page), StringComparison.Ordinal);
            Assert.Equal(form.All, PageForm.With(page, "Entry.Date").All);
        }
        var after = await room.Look(id);
        Assert.Equal((0, ImportState.Mapping, null), (after.Version, after.State, after.Mapping));
    }

    [Fact]
    public async Task A_saved_profile_fills_the_form_of_the_next_file()
    {
        await using var room = await On(Provider.Sqlite);
        var first = await Sent(room);
        var saved = await Map(
            room,
            first,
            f =>
                f.Say("Entry.Currency", "IRR")
                    .Say("Entry.Rates", "IRR ۱۳۹۰/۰۱/۰۱ ۲۰۰۰۰ بانک مرکزی")
                    .Say("Entry.SaveAs", ProfileName)
        );
        Assert.Equal($"/customs/{first}", saved.Headers.Location!.OriginalString);
        await room.Work();
        var read = await room.Look(first);
        Assert.Equal((ImportState.Ready, ProfileName), (read.State, read.ProfileName));
        // 2,000,000 rials at 20,000.
        Assert.Equal(100_00, ImportReport.Parse(read.Report!).Years.Single().ValueCents);

        var profile = await room.Site.Ask(db => db.CustomsProfiles.SingleAsync());
        Assert.Equal(read.Mapping, profile.Content);
        var next = await Sent(room);
        var plain = PageForm.With(await room.Page($"/customs/{next}/map"), "Entry.Date");
        Assert.Equal(("USD", ""), (plain["Entry.Currency"], plain["Entry.Rates"]));
        var filled = PageForm.With(
            await room.Page($"/customs/{next}/map?Profile={profile.Id}"),
            "Entry.Date"
        );
        Assert.Equal("IRR", filled["Entry.Currency"]);
        Assert.Contains("20000 بانک مرکزی", filled["Entry.Rates"], StringComparison.Ordinal);
        await filled.Post(room.Expert, $"/customs/{next}/map");
        var mapped = await room.Look(next);
        Assert.Equal(
            (ImportState.Reading, ProfileName, read.Mapping),
            (mapped.State, mapped.ProfileName, mapped.Mapping)
        );
    }

    [Fact]
    public async Task A_profile_is_replaced_where_that_was_said_and_only_at_home()
    {
        await using var room = await On(Provider.Sqlite);
        await Map(room, await Sent(room), f => f.Say("Entry.SaveAs", ProfileName));
        var replaced = await Map(
            room,
            await Sent(room),
            f =>
                f.Say("Entry.Unit", "Tonne")
                    .Say("Entry.SaveAs", ProfileName)
                    .Say("Entry.Replace", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        var profile = await room.Site.Ask(db => db.CustomsProfiles.SingleAsync());
        Assert.Equal(WeightUnit.Tonne, Mapping(profile.Content).Weight.Unit);

        using var stranger = await room.Site.SignedIn("trade-expert");
        var theirs = await room.Sent(Header + Line("A1", Unknown, "7"), stranger, "08");
        var path = $"/customs/{theirs}/map";
        var refused = await PageForm
            .With(await room.Page(path, stranger), "Entry.Date")
            .Say("Entry.SaveAs", ProfileName)
            .Say("Entry.Replace", "true")
            .Post(stranger, path);
        Assert.Contains(
            "الگویی از استان دیگر یا کل کشور این نام را دارد",
            PageForm.Error(await refused.Content.ReadAsStringAsync(), "Entry.SaveAs"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            profile.Version,
            await room.Site.Ask(db => db.CustomsProfiles.Select(p => p.Version).SingleAsync())
        );
    }

    [Fact]
    public async Task A_form_over_an_older_mapping_is_refused_with_all_that_was_chosen()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await Sent(room);
        var path = $"/customs/{id}/map";
        var form = PageForm.With(await room.Page(path), "Entry.Date").Say("Version", "7");
        form.Say("Entry.Rates", "EUR 1390/01/01 $1.1");
        var answer = await form.Post(room.Expert, path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(
            "در این فاصله کسی آن را تغییر داده است",
            PageForm.Summary(page),
            StringComparison.Ordinal
        );
        Assert.Equal(form.All, PageForm.With(page, "Entry.Date").All);
        Assert.Null((await room.Look(id)).Mapping);
    }

    /// <summary>A title above, semicolons, and a code page that the reader is told of.</summary>
    [Fact]
    public async Task Where_the_table_stands_can_be_said_and_is_kept()
    {
        await using var room = await On(Provider.Sqlite);
        var text = "گزارش\n\n" + (Header + Line("A1", Unknown, "7")).Replace(',', ';');
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes(text);
        var sent = await room.Send(bytes);
        var path = sent.Headers.Location!.OriginalString;
        var page = await room.Page(
            path
                + "?Shape.Row=۳&Shape.Rows=1&Shape.Encoding=Windows1256&Shape.Separator=Semicolon&Shape.Sheet="
        );
        Assert.Contains("<bdi>net_weight_kg</bdi>", page, StringComparison.Ordinal);
        // Fields show digits of the reader's language, and take them back.
        Assert.Equal("۳", PageForm.With(page, "Shape.Encoding", "get")["Shape.Row"]);
        var wrong = await room.Page(path + "?Shape.Row=سه");
        Assert.NotEqual("", PageForm.Error(wrong, "Shape.Row"));
        var form = PageForm.With(page, "Entry.Date");
        Assert.Equal("3", form["Entry.Date"]);
        var mapped = await form.Post(room.Expert, path);
        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        var id = Guid.Parse(path.Split('/')[2]);
        Assert.Equal(
            new FileShape(
                TextEncoding.Windows1256,
                FieldSeparator.Semicolon,
                null,
                new HeaderPlace(3)
            ),
            Mapping((await room.Look(id)).Mapping!).File
        );
        await room.Work();
        Assert.Equal(1, (await room.Look(id)).Accepted);
        // Read and to be decided, it can be mapped otherwise; while a job reads it, it cannot.
        Assert.Equal("3", PageForm.With(await room.Page(path), "Entry.Date")["Entry.Date"]);
        await form.Say("Version", $"{(await room.Look(id)).Version}").Post(room.Expert, path);
        var reading = await room.Expert.GetAsync(path);
        Assert.Equal($"/customs/{id}", reading.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_file_in_which_nothing_is_known_asks_for_everything()
    {
        await using var room = await On(Provider.Sqlite);
        var id = await room.Sent("one,two\n1,2\n");
        var page = await room.Page($"/customs/{id}/map");
        Assert.Contains("این‌ها را بررسی کنید", PageForm.Plain(page), StringComparison.Ordinal);
        var form = PageForm.With(page, "Entry.Date");
        foreach (var field in new[] { "Declaration", "Date", "Exporter", "HsCode", "Value" })
        {
            Assert.Equal((field, ""), (field, form[$"Entry.{field}"]));
        }
    }

    /// <summary>2,000,000 of whatever the mapping says.</summary>
    private static Task<Guid> Sent(ImportRoom room) =>
        room.Sent(Header + Line("A1", Unknown, "2000000"));

    private static async Task<HttpResponseMessage> Map(
        ImportRoom room,
        Guid id,
        Action<PageForm> say
    )
    {
        var path = $"/customs/{id}/map";
        var form = PageForm.With(await room.Page(path), "Entry.Date");
        say(form);
        return await form.Post(room.Expert, path);
    }

    private static MappingProfile Mapping(string json) =>
        MappingProfile.Parse(json, out _)
        ?? throw new InvalidOperationException($"This is no mapping: {json}");
}
