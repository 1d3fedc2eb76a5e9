using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Karvan.Customs;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>A customs file is sent over HTTP: with a form in one piece, or in parts that survive a broken line.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_form_that_lacks_something_says_what()
    {
        await using var room = await On(Provider.Sqlite, ("Karvan:LargestCustomsFile", "2000"));
        var bytes = "one,two\n"u8.ToArray();
        foreach (
            var (sent, reach, name, said) in new (byte[]?, string?, string, string)[]
            {
                (bytes, null, "a.csv", "استان را انتخاب کنید."),
                // A province that is not theirs, and the country.
                (bytes, "08", "a.csv", "استان را انتخاب کنید."),
                (bytes, "IR", "a.csv", "استان را انتخاب کنید."),
                (null, Province, "a.csv", "فایل گمرکی را انتخاب کنید."),
                ([], Province, "a.csv", "این فایل خالی است."),
                (new byte[2001], Province, "a.csv", "فشرده (gz)"),
            }
        )
        {
            var answer = await room.Send(sent, reach, name);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal((said, HttpStatusCode.OK), (said, answer.StatusCode));
            Assert.Contains(said, PageForm.Summary(page), StringComparison.Ordinal);
            // Texts stand there, and no keys of texts.
            Assert.DoesNotContain("refused.", PageForm.Plain(page), StringComparison.Ordinal);
            if (reach == Province)
            {
                Assert.Equal(Province, PageForm.With(page, "Reach")["Reach"]);
            }
        }
        Assert.Equal(
            0,
            await room.Site.Ask(db => db.CustomsFiles.CountAsync(f => f.Province != null))
        );
    }

    [Fact]
    public async Task Each_may_send_for_whom_they_work()
    {
        await using var room = await On(Provider.Sqlite);
        var own = PageForm.With(await room.Page("/customs/new"), "Reach");
        Assert.Equal(Province, own["Reach"]);
        using var organization = await room.Site.SignedIn("organization");
        Assert.Equal(
            "",
            PageForm.With(await room.Page("/customs/new", organization), "Reach")["Reach"]
        );
        var country = await room.Sent(Header, organization, "IR");
        Assert.Null((await room.Look(country)).Province);
        var south = await room.Sent(Header, organization, "08");
        Assert.Equal("08", (await room.Look(south)).Province);
    }

    [Fact]
    public async Task A_file_in_parts_goes_on_where_it_stopped()
    {
        await using var room = await On(Provider.Sqlite);
        var bytes = Encoding.UTF8.GetBytes(Header + Line("A1", Unknown, "7"));
        var file = await Begin(room, bytes.Length);
        Assert.Equal((0, bytes.Length, null), await Told(await Part(room, file, 0, [])));
        var (half, rest) = (bytes[..50], bytes[50..]);
        Assert.Equal((50, bytes.Length, null), await Told(await Part(room, file, 0, half)));
        var seen = await room.Expert.GetAsync($"{file}?handler=State");
        Assert.Equal((50, bytes.Length, null), await Told(seen));
        // Its page, and the list, say that it is on the way, and lead on.
        Assert.Contains(
            "data-length=\"" + bytes.Length,
            await room.Page(file),
            StringComparison.Ordinal
        );
        Assert.Contains($"href=\"{file}\"", await room.Page("/customs"), StringComparison.Ordinal);

        foreach (var place in new[] { 0, 49, 51 })
        {
            var wrong = await Part(room, file, place, rest);
            Assert.Equal((place, HttpStatusCode.Conflict), (place, wrong.StatusCode));
            Assert.Equal((50, bytes.Length, null), await Told(wrong));
        }
        var much = await Part(room, file, 50, [.. rest, 1]);
        Assert.Equal(HttpStatusCode.BadRequest, much.StatusCode);

        var (received, _, to) = await Told(await Part(room, file, 50, rest));
        Assert.Equal(bytes.Length, received);
        Assert.Matches("^/customs/[0-9a-f-]{36}/map$", to);
        var again = await Part(room, file, 50, rest);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal((bytes.Length, bytes.Length, to), await Told(again));
        Assert.Contains(to![..^"/map".Length], await room.Page(file), StringComparison.Ordinal);
        Assert.DoesNotContain(file, await room.Page("/customs"), StringComparison.Ordinal);
        var original = await room.Expert.GetByteArrayAsync(
            to.Replace("/map", "/file", StringComparison.Ordinal)
        );
        Assert.Equal(bytes, original);
    }

    [Fact]
    public async Task A_file_can_be_given_up_and_is_nobody_elses()
    {
        await using var room = await On(Provider.Sqlite);
        var file = await Begin(room, 100);
        await Part(room, file, 0, new byte[10]);
        using var stranger = await room.Site.SignedIn("trade-expert");
        using var auditor = await room.Site.SignedIn("auditor");
        foreach (
            var path in new[] { file, $"{file}?handler=State", $"/customs/files/{Guid.NewGuid()}" }
        )
        {
            var answer = await stranger.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Part(room, file, 10, new byte[90], stranger)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await room.Press(file, "Drop", stranger)).StatusCode
        );
        // Who may read customs files does not send them.
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(file)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await room.Press(file, "Drop", auditor)).StatusCode
        );
        Assert.Equal(
            CustomsFileState.Coming,
            await room.Site.Ask(db =>
                db.CustomsFiles.Where(f => f.Province == Province)
                    .Select(f => f.State)
                    .SingleAsync()
            )
        );

        var dropped = await room.Press(file, "Drop");
        Assert.Equal("/customs", dropped.Headers.Location!.OriginalString);
        Assert.Contains("صرف‌نظر شد", await room.Text(file), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await Part(room, file, 10, new byte[90])).StatusCode
        );
    }

    [Fact]
    public async Task What_cannot_be_begun_is_refused()
    {
        await using var room = await On(Provider.Sqlite);
        foreach (
            var (reach, name, length) in new[]
            {
                ("", "a.csv", 1L),
                ("08", "a.csv", 1),
                (Province, "", 1),
                (Province, "a.csv", 0),
                (Province, "a.csv", 2_147_483_649),
            }
        )
        {
            var answer = await Asked(room, reach, name, length);
            Assert.Equal(
                (reach, name, length, HttpStatusCode.BadRequest),
                (reach, name, length, answer.StatusCode)
            );
        }
        Assert.Equal(
            0,
            await room.Site.Ask(db => db.CustomsFiles.CountAsync(f => f.Province != null))
        );
    }

    private static Task<HttpResponseMessage> Asked(
        ImportRoom room,
        string reach,
        string name,
        long length
    ) =>
        Site.PostWithTokenOf(
            room.Expert,
            "/customs/new",
            "/customs/new?handler=Begin",
            ("Reach", reach),
            ("name", name),
            ("length", $"{length}")
        );

    /// <returns>The path of the file's page.</returns>
    private static async Task<string> Begin(ImportRoom room, long length)
    {
        var begun = await Asked(room, Province, "گمرک.csv", length);
        var told = await begun.Content.ReadFromJsonAsync<JsonElement>();
        return told.GetProperty("to").GetString()!;
    }

    private static async Task<HttpResponseMessage> Part(
        ImportRoom room,
        string file,
        long from,
        byte[] bytes,
        HttpClient? by = null
    )
    {
        var visitor = by ?? room.Expert;
        var token = PageForm.With(await room.Page("/customs/new", visitor), "Reach")[
            "__RequestVerificationToken"
        ];
        using var part = new HttpRequestMessage(
            HttpMethod.Post,
            $"{file}?handler=Parts&from={from}"
        );
        part.Headers.Add("RequestVerificationToken", token);
        part.Content = new ByteArrayContent(bytes);
        part.Content.Headers.ContentType = new("application/octet-stream");
        return await visitor.SendAsync(part);
    }

    private static async Task<(int Received, int Length, string? To)> Told(
        HttpResponseMessage answer
    )
    {
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (
            told.GetProperty("received").GetInt32(),
            told.GetProperty("length").GetInt32(),
            told.GetProperty("to").GetString()
        );
    }
}
