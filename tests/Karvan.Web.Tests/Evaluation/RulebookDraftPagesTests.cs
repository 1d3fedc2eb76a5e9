using System.Net;
using System.Text.RegularExpressions;
using Karvan.Testing.Databases;
using Karvan.Web.Tests.Papers;
using Xunit;

namespace Karvan.Web.Tests.Evaluation;

/// <summary>A rulebook is copied, written and published over HTTP, without a script, in both languages.</summary>
public sealed partial class RulebookDraftPagesTests
{
    [Fact]
    public async Task A_secretary_drafts_a_rulebook_and_an_administrator_publishes_it()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var administrator = await site.SignedIn("administrator");
        var page = await Begun(secretary, "۱۴۱۰");
        var shown = await Text(await secretary.GetAsync(page));
        Assert.Contains("در دست تدوین", shown, StringComparison.Ordinal);
        Assert.Contains("سقف امتیازها", shown, StringComparison.Ordinal);

        // 60, 30 and 11 per cent: the loader says where, and what was typed stays.
        var weights = await Rows(secretary, $"{page}/part/Weights");
        var refused = await Text(
            await Site.Post(
                secretary,
                $"{page}/part/Weights",
                [("Version", "0"), .. With(weights, "weights.three-years.last-2", "۱۱")]
            )
        );
        Assert.Contains("جمع وزن‌ها ۱۰۰ نیست", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"۱۱\"", refused, StringComparison.Ordinal);
        Assert.Matches("خط .*[۰-۹]+", refused);
        await Taken(
            secretary,
            $"{page}/part/Weights",
            [
                ("Version", "0"),
                .. With(
                    With(weights, "weights.three-years.last-2", "۱۵"),
                    "weights.three-years.last",
                    "۵۵"
                ),
            ]
        );

        await Taken(secretary, page, "Send", ("Version", "1"));
        var expert = await site.SignedIn("expert");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await expert.GetAsync($"{page}/decide")).StatusCode
        );
        // Who drafted it does not approve it.
        var own = await Site.Post(secretary, $"{page}/decide?handler=Publish", ("Version", "2"));
        Assert.Contains("با شخص دیگری", await Text(own), StringComparison.Ordinal);
        var silent = await Site.Post(
            administrator,
            $"{page}/decide?handler=Return",
            ("Version", "2"),
            ("Reason", "")
        );
        Assert.Contains("href=\"#Reason\"", await Text(silent), StringComparison.Ordinal);
        await Taken(administrator, $"{page}/decide", "Publish", ("Version", "2"));

        // Anybody reads it now, and a campaign may go by it.
        var stranger = site.Visitor();
        var book = await stranger.GetAsync("/rulebooks/exemplary-exporter/1410?version=1");
        Assert.Equal(HttpStatusCode.OK, book.StatusCode);
        var file = await stranger.GetStringAsync(
            "/rulebooks/exemplary-exporter/1410?version=1&handler=File"
        );
        Assert.Contains(
            "three-years: {last: 55, last-1: 30, last-2: 15}",
            file,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "exemplary-exporter/1410/1",
            await Text(await secretary.GetAsync("/campaigns/draft")),
            StringComparison.Ordinal
        );
        // A draft is nobody else's: the public is led to sign in, and a firm's people are refused.
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(page)).StatusCode);
        var firm = await site.SignedIn("firm");
        Assert.Equal(HttpStatusCode.Forbidden, (await firm.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task Parts_and_whole_text_are_there_in_english()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var page = await Begun(secretary, "1411");
        await PaperPageTests.InEnglish(secretary);
        foreach (var part in new[] { "Names", "Years", "Points", "Bands", "Weights" })
        {
            var shown = await Text(await secretary.GetAsync($"{page}/part/{part}"));
            Assert.Contains(">Save</button>", shown, StringComparison.Ordinal);
            var rows = await Rows(secretary, $"{page}/part/{part}");
            // What is sent as it stands changes nothing.
            await Taken(secretary, $"{page}/part/{part}", [("Version", "0"), .. rows]);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await secretary.GetAsync($"{page}/part/Text")).StatusCode
        );
        var broken = await Site.Post(
            secretary,
            $"{page}/text",
            ("Version", "0"),
            ("Text", "id: x\n")
        );
        Assert.Contains("href=\"#Text\"", await Text(broken), StringComparison.Ordinal);
    }

    /// <summary>A country comes, another goes; a reading takes another answer; the cases say what that does.</summary>
    [Fact]
    public async Task Lists_and_readings_are_chosen_and_told_in_words()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var secretary = await site.SignedIn("secretary");
        var page = await Begun(secretary, "1412");
        await Taken(
            secretary,
            $"{page}/lists",
            ("Version", "0"),
            ("Rows[0].List", "priority-countries"),
            ("Rows[0].Stays", "AF"),
            ("Rows[0].Stays", "IN"),
            ("Rows[0].First", "OM"),
            ("Rows[0].Second", "NO")
        );
        var form = await secretary.GetStringAsync($"{page}/readings");
        var rows = Inputs().Matches(form).Select(m => m.Value).ToList();
        var sent = new List<(string, string)> { ("Version", "1") };
        foreach (var input in rows)
        {
            var (name, value) = (
                Name().Match(input).Groups[1].Value,
                Value().Match(input).Groups[1].Value
            );
            if (name.EndsWith(".Reading", StringComparison.Ordinal))
            {
                sent.Add((name, value));
            }
            else if (input.Contains("checked", StringComparison.Ordinal))
            {
                sent.Add((name, value));
            }
        }
        var bounds = sent.Single(f => f.Item2 == "value-bounds").Item1;
        var choice = bounds.Replace(".Reading", ".Choice", StringComparison.Ordinal);
        sent[sent.FindIndex(f => f.Item1 == choice)] = (choice, "upper");
        await Taken(secretary, $"{page}/readings", [.. sent]);

        var shown = await Text(await secretary.GetAsync(page));
        Assert.Contains("نروژ", shown, StringComparison.Ordinal);
        Assert.Contains("هر بازه کران بالای خود را دارد", shown, StringComparison.Ordinal);
        var cases = await Text(await secretary.GetAsync($"{page}/cases"));
        Assert.Contains("مورد همان نتیجه را دارد", cases, StringComparison.Ordinal);
        await PaperPageTests.InEnglish(secretary);
        var english = await Text(await secretary.GetAsync(page));
        Assert.Contains("Norway", english, StringComparison.Ordinal);
        Assert.Contains("number of countries: from", english, StringComparison.Ordinal);

        // What nobody may choose is not kept.
        var wrong = await Site.Post(
            secretary,
            $"{page}/lists",
            ("Version", "2"),
            ("Rows[0].List", "priority-countries"),
            ("Rows[0].Stays", "AF"),
            ("Rows[0].First", "AF")
        );
        Assert.Contains(
            "something stands there twice",
            await Text(wrong),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Anybody_reads_the_list_of_a_published_rulebook_and_its_changes()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var announced = $"/rulebooks/announced/{await site.PublishedRulebook()}";
        var stranger = site.Visitor();
        var shown = await Text(await stranger.GetAsync(announced));
        Assert.Contains("عمان", shown, StringComparison.Ordinal);
        Assert.Contains("قطر، سوریه", shown, StringComparison.Ordinal);
        await PaperPageTests.InEnglish(stranger);
        var english = await Text(await stranger.GetAsync(announced));
        Assert.Contains("Qatar, Syria", english, StringComparison.Ordinal);
        Assert.Contains("25 countries", english, StringComparison.Ordinal);
    }

    private static async Task<string> Begun(HttpClient secretary, string year)
    {
        var form = await Text(await secretary.GetAsync("/rulebook-drafts/begin"));
        var source = Source().Match(form).Groups[1].Value;
        var answer = await Site.Post(
            secretary,
            "/rulebook-drafts/begin",
            ("Form.Source", source),
            ("Form.Year", year),
            ("Form.TitleFa", "شاخص‌های آزمایشی"),
            ("Form.TitleEn", "Criteria, a trial")
        );
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await Text(answer));
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>The fields of a form as they stand in it.</summary>
    private static async Task<List<(string, string)>> Rows(HttpClient visitor, string path)
    {
        var page = await visitor.GetStringAsync(path);
        return
        [
            .. Inputs()
                .Matches(page)
                .Select(m => m.Value)
                .Select(i => (Name().Match(i).Groups[1].Value, Value().Match(i).Groups[1].Value))
                .Select(f => (f.Item1, WebUtility.HtmlDecode(f.Item2))),
        ];
    }

    private static List<(string, string)> With(
        List<(string Name, string Value)> rows,
        string key,
        string value
    )
    {
        var named = rows.Find(r => r.Value == key).Name;
        var field = named.Replace(".Key", ".Value", StringComparison.Ordinal);
        return [.. rows.Select(r => r.Name == field ? (r.Name, value) : r)];
    }

    private static Task Taken(
        HttpClient visitor,
        string path,
        string handler,
        params (string, string)[] fields
    ) => Taken(visitor, $"{path}?handler={handler}", fields);

    private static async Task Taken(
        HttpClient visitor,
        string path,
        params (string, string)[] fields
    )
    {
        var answer = await Site.Post(visitor, path, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await Text(answer));
    }

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<option[^>]*value=\"([0-9a-f]{64})\"")]
    private static partial Regex Source();

    [GeneratedRegex("<input[^>]*name=\"Rows\\[[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
