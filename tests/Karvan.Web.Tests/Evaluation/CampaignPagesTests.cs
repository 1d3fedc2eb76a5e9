using System.Net;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Evaluation;

/// <summary>A campaign is put together over HTTP by its secretary, and called.</summary>
public sealed class CampaignPagesTests
{
    private const string Rulebook = "exemplary-exporter/1402/";

    private static readonly (string Field, string Day)[] Days =
    [
        ("FilingOpens", "۱۴۰۸/۰۱/۱۵"),
        ("FilingEnds", "۱۴۰۸/۰۲/۱۵"),
        ("AnswersEnd", "۱۴۰۸/۰۳/۰۱"),
        ("ReviewEnds", "۱۴۰۸/۰۳/۲۰"),
        ("CommitteeMeets", "۱۴۰۸/۰۳/۲۵"),
        ("EmbargoEnds", "۱۴۰۸/۰۴/۰۱"),
        ("ObjectionsEnd", "۱۴۰۸/۰۴/۲۰"),
    ];

    [Fact]
    public async Task A_secretary_drafts_a_campaign_and_calls_it()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var stranger = site.Visitor();
        var page = await Drafted(secretary, "");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).StatusCode);

        var early = await Site.Post(secretary, $"{page}/move/call", ("Version", "0"));
        Assert.Contains("چیزی از فهرست زیر کم است", await Text(early), StringComparison.Ordinal);

        await Taken(
            secretary,
            $"{page}/places",
            ("Version", "0"),
            ("Form.Rows[0].Province", "00"),
            ("Form.Rows[0].Winners", "۵"),
            ("Form.Rows[0].Reserve", "۲"),
            ("Form.Rows[1].Province", "08"),
            ("Form.Rows[1].Winners", ""),
            ("Form.Rows[1].Reserve", "")
        );
        await Taken(secretary, $"{page}/days", Typed("1"));
        await Taken(secretary, $"{page}/move/call", ("Version", "2"));

        var shown = await Text(await stranger.GetAsync(page));
        Assert.Contains("۱۴۰۸/۰۲/۱۵", shown, StringComparison.Ordinal);
        Assert.Contains("پروندهٔ دیرتر پذیرفته نمی‌شود", shown, StringComparison.Ordinal);
        Assert.Contains("مرکزی", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("آمادگی", shown, StringComparison.Ordinal);

        // From now on a day goes to a later one alone, and says why.
        var silent = await Site.Post(secretary, $"{page}/days", Typed("3"));
        Assert.Contains("دلیل را بنویسید", await Text(silent), StringComparison.Ordinal);
        await Taken(
            secretary,
            $"{page}/days",
            [.. Typed("3", ("FilingEnds", "۱۴۰۸/۰۲/۲۰")), ("Reason", "تعطیلی اداره‌ها")]
        );
        // Everybody reads the reason and both days, and nobody who wrote it.
        var told = await Text(await stranger.GetAsync(page));
        Assert.Contains("تعطیلی اداره‌ها", told, StringComparison.Ordinal);
        Assert.Matches("<del>[^/]*۱۴۰۸/۰۲/۱۵.*</del>", told);
        Assert.Matches("<ins>[^/]*۱۴۰۸/۰۲/۲۰.*</ins>", told);
        Assert.DoesNotContain("محمد صادقی", told, StringComparison.Ordinal);
    }

    /// <summary>Each wrong day says so by itself, and all stay as they were typed.</summary>
    [Fact]
    public async Task Days_out_of_order_are_told_together()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var page = await Drafted(secretary, "00");
        var answer = await Site.Post(
            secretary,
            $"{page}/days",
            Typed(
                "0",
                ("AnswersEnd", "۱۴۰۷/۰۱/۰۱"),
                ("EmbargoEnds", "۱۴۰۷/۰۱/۰۲"),
                ("ObjectionsEnd", "فردا")
            )
        );
        var shown = await Text(answer);
        foreach (var field in new[] { "AnswersEnd", "EmbargoEnds", "ObjectionsEnd" })
        {
            Assert.Contains($"href=\"#Form_{field}\"", shown, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("href=\"#Form_ReviewEnds\"", shown, StringComparison.Ordinal);
        Assert.Contains("value=\"فردا\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_what_each_field_takes()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var shown = await Text(
            await Site.Post(secretary, "/campaigns/draft", ("Version", "0"), ("Form.NameFa", ""))
        );
        foreach (var field in new[] { "NameFa", "Rulebook", "Within", "Review" })
        {
            Assert.Contains($"href=\"#Form_{field}", shown, StringComparison.Ordinal);
        }
    }

    private static (string, string)[] Typed(
        string version,
        params (string Field, string Day)[] instead
    ) =>
        [
            ("Version", version),
            ("Form.FilingGrace", "0"),
            .. Days.Select(d =>
                ($"Form.{d.Field}", instead.FirstOrDefault(i => i.Field == d.Field).Day ?? d.Day)
            ),
        ];

    /// <returns>The path of its page.</returns>
    private static async Task<string> Drafted(HttpClient secretary, string province)
    {
        var form = await Text(await secretary.GetAsync("/campaigns/draft"));
        var begin =
            form.IndexOf($"value=\"{Rulebook}", StringComparison.Ordinal) + "value=\"".Length;
        var book = form[begin..form.IndexOf('"', begin)];
        var answer = await Site.Post(
            secretary,
            "/campaigns/draft",
            ("Version", "0"),
            ("Form.NameFa", "دورهٔ آزمایشی"),
            ("Form.NameEn", ""),
            ("Form.Province", province),
            ("Form.Rulebook", book),
            ("Form.Within", "Province"),
            ("Form.Review", "Two")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task Taken(
        HttpClient secretary,
        string path,
        params (string, string)[] fields
    )
    {
        var answer = await Site.Post(secretary, path, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await Text(answer));
    }

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
