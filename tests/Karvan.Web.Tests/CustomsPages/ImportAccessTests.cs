using System.Net;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Karvan.Web.Tests.CustomsPages.ImportRoom;

namespace Karvan.Web.Tests.CustomsPages;

/// <summary>Imports of another province are not there, and who may only read changes nothing.</summary>
public sealed class ImportAccessTests
{
    private static readonly string[] Looks =
    [
        "",
        "?handler=Rejected",
        "/file",
        "/unknown",
        "/differences",
    ];

    private static readonly string[] Changes =
    [
        "?handler=Read",
        "?handler=Discard",
        "?handler=Again",
        "?handler=Cancel",
        "/map",
        "/commit",
        "/withdraw",
    ];

    [Fact]
    public async Task Nothing_of_another_province_opens_or_changes()
    {
        await using var room = await On(Provider.Sqlite);
        using var south = await room.Site.SignedIn("trade-expert");
        var ready = await room.Read(Line("A1", Unknown, "7"), south, "08");
        var standing = await room.Read(Line("A2", Unknown, "8"), south, "08");
        await room.Commit(standing, by: south);
        var events = await room.Site.Ask(db => db.AuditEvents.CountAsync());
        foreach (var id in new[] { ready, standing })
        {
            var path = $"/customs/{id}";
            foreach (var page in Looks.Concat(["/map", "/commit", "/withdraw"]))
            {
                var answer = await room.Expert.GetAsync(path + page);
                Assert.Equal((page, HttpStatusCode.NotFound), (page, answer.StatusCode));
            }
            foreach (var change in Changes)
            {
                var answer = await Tried(room.Expert, path + change);
                Assert.Equal((change, HttpStatusCode.NotFound), (change, answer.StatusCode));
            }
            Assert.DoesNotContain(path, await room.Page("/customs"), StringComparison.Ordinal);
            Assert.DoesNotContain(
                path,
                await room.Page("/customs?f-reach=08"),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(ImportState.Ready, (await room.Look(ready)).State);
        Assert.True((await room.Look(standing)).InForce);
        Assert.Equal(events, await room.Site.Ask(db => db.AuditEvents.CountAsync()));
        using var organization = await room.Site.SignedIn("organization");
        Assert.Contains(
            $"/customs/{ready}",
            await room.Page("/customs?f-reach=08", organization),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_may_only_read_sees_no_buttons_and_changes_nothing()
    {
        await using var room = await On(Provider.Sqlite);
        var ready = await room.Read(Line("A1", Unknown, "7"));
        var standing = await room.Read(Line("A2", Unknown, "8"));
        await room.Commit(standing);
        var (before, after) = (await room.Look(ready), await room.Look(standing));
        foreach (var account in new[] { "auditor", "secretary" })
        {
            using var reader = await room.Site.SignedIn(account);
            foreach (var id in new[] { ready, standing })
            {
                var path = $"/customs/{id}";
                foreach (var page in Looks)
                {
                    var answer = await reader.GetAsync(path + page);
                    Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
                }
                foreach (var change in Changes)
                {
                    var answer = await Tried(reader, path + change);
                    Assert.Equal(
                        (account, change, HttpStatusCode.Forbidden),
                        (account, change, answer.StatusCode)
                    );
                }
                var shown = await room.Page(path, reader);
                Assert.DoesNotContain($"action=\"{path}?handler", shown, StringComparison.Ordinal);
                Assert.DoesNotContain($"{path}/commit", shown, StringComparison.Ordinal);
                Assert.DoesNotContain($"{path}/withdraw", shown, StringComparison.Ordinal);
            }
            Assert.DoesNotContain(
                "/customs/new",
                await room.Page("/customs", reader),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(before.Version, (await room.Look(ready)).Version);
        Assert.Equal(after.Version, (await room.Look(standing)).Version);
        using var firm = await room.Site.SignedIn("firm");
        foreach (var path in new[] { "/customs", $"/customs/{standing}", "/customs/new" })
        {
            var answer = await firm.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }
    }

    /// <summary>With a token that holds, and all that any of the forms asks.</summary>
    private static Task<HttpResponseMessage> Tried(HttpClient visitor, string path) =>
        Site.PostWithTokenOf(
            visitor,
            "/customs",
            path,
            ("version", "0"),
            ("Place", "beside"),
            ("Reason", "why")
        );
}
