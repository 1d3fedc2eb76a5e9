using System.Net;
using System.Text.RegularExpressions;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Karvan.Web.Tests.Desk;

/// <summary>The start page is the desk of whoever is signed in: what waits, numbers, and what happened meanwhile.</summary>
public sealed partial class HomeTests
{
    private const string Turn = "نوبت شماست";
    private const string WithOthers = "نزد دیگران";
    private const string News = "تازه‌ها";

    [Fact]
    public async Task Each_role_finds_its_own()
    {
        await using var site = await Site.On(Provider.Sqlite);
        foreach (var (account, links) in Desks)
        {
            var page = MainOf(await (await site.SignedIn(account)).GetStringAsync("/"));
            Assert.All(links, l => Assert.Contains($"href=\"{l}", page, StringComparison.Ordinal));
            foreach (var other in Desks.SelectMany(d => d.Value).Except(links))
            {
                Assert.False(
                    page.Contains($"href=\"{other}\"", StringComparison.Ordinal),
                    $"{account}: {other}"
                );
            }
        }
    }

    [Fact]
    public async Task What_waits_longest_stands_first()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var expert = await site.SignedIn("expert");
        var oldest = await site.Ask(db =>
            db.Enterprises.Where(e =>
                    e.Province == Visitors.Experts && e.State == VerificationState.Waiting
                )
                .OrderByDescending(e => e.SortKey)
                .Select(e => e.Id)
                .FirstAsync()
        );
        await site.Ask(db =>
            db.Enterprises.Where(e => e.Id == oldest)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(e => e.RegisteredAt, e => e.RegisteredAt.AddDays(-40))
                )
        );
        var page = MainOf(await expert.GetStringAsync("/"));
        var rows = Waiting().Matches(page);
        Assert.Equal(8, rows.Count);
        Assert.Equal($"/enterprises/{oldest}", rows[0].Groups["href"].Value);
        Assert.Equal("۴۰ روز", WebUtility.HtmlDecode(rows[0].Groups["age"].Value));
    }

    [Fact]
    public async Task A_question_is_the_firms_turn_and_news_to_it_once()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var firm = await site.SignedIn("firm");
        var before = MainOf(await firm.GetStringAsync("/"));
        Assert.Contains(WithOthers, before, StringComparison.Ordinal);
        var address = OwnFirm().Match(before).Groups["href"].Value;

        var expert = await site.SignedIn("expert");
        var asked = await Site.Post(
            expert,
            address,
            ("Decision", "Asked"),
            ("Remark", "کد تعرفه؟"),
            ("Version", "0")
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);

        var now = MainOf(await firm.GetStringAsync("/"));
        Assert.Matches($"{Turn}(?s:.*){Regex.Escape(address)}(?s:.*){News}", now);
        Assert.DoesNotContain(WithOthers, now, StringComparison.Ordinal);
        Assert.Contains("از بنگاه پرسشی شد", now, StringComparison.Ordinal);

        // It is no news to whoever did it, and none to somebody of another province.
        Assert.DoesNotContain(
            "از بنگاه پرسشی شد",
            MainOf(await expert.GetStringAsync("/")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "از بنگاه پرسشی شد",
            MainOf(await (await site.SignedIn("trade-expert")).GetStringAsync("/")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "از بنگاه پرسشی شد",
            MainOf(await (await site.SignedIn("organization")).GetStringAsync("/")),
            StringComparison.Ordinal
        );

        // Who comes back later has seen it; a session is noted as seen every few minutes.
        await site.Ask(db =>
            db.Sessions.ExecuteUpdateAsync(set =>
                set.SetProperty(s => s.SeenAt, TimeProvider.System.GetUtcNow().UtcDateTime)
            )
        );
        Assert.DoesNotContain(
            "از بنگاه پرسشی شد",
            MainOf(await (await site.SignedIn("firm")).GetStringAsync("/")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Somebody_new_is_told_where_to_begin()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var page = MainOf(await (await site.SignedIn("newcomer")).GetStringAsync("/"));
        Assert.Contains("href=\"/enterprises/register\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/promoters/apply\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Turn, page, StringComparison.Ordinal);
    }

    /// <summary>What is on one desk, and on no other that does not name it.</summary>
    private static readonly Dictionary<string, string[]> Desks = new(StringComparer.Ordinal)
    {
        ["expert"] =
        [
            "/enterprises?f-state=Waiting&amp;sort=age",
            "/era?f-state=Waiting",
            "/consortia?f-state=Registered",
        ],
        ["trade-expert"] = ["/enterprises?f-state=Waiting&amp;sort=age"],
        ["organization"] =
        [
            "/enterprises?f-state=Waiting&amp;sort=age",
            "/consortia?f-state=Registered",
        ],
        ["secretary"] = ["/enterprises?f-state=Waiting&amp;sort=age"],
        ["auditor"] =
        [
            "/enterprises?f-state=Waiting&amp;sort=age",
            "/consortia?f-state=Registered",
            "/audit",
        ],
        ["administrator"] =
        [
            "/enterprises?f-state=Waiting&amp;sort=age",
            "/consortia?f-state=Registered",
            "/audit",
            "/people",
        ],
        ["reviewer"] = [],
        ["promoter"] = [],
        ["newcomer"] = [],
    };

    private static string MainOf(string page) =>
        WebUtility.HtmlDecode(
            page[
                page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf(
                    "</main>",
                    StringComparison.Ordinal
                )
            ]
                .Replace("&amp;", "&amp;amp;", StringComparison.Ordinal)
        );

    [GeneratedRegex("k-task-link\" href=\"(?<href>[^\"]+)\"(?s:.*?)k-age\">(?<age>[^<]+)<")]
    private static partial Regex Waiting();

    [GeneratedRegex("k-task-link\" href=\"(?<href>/enterprises/[0-9a-f-]{36})\"")]
    private static partial Regex OwnFirm();
}
