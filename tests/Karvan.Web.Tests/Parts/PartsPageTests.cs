using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Karvan.Web.Tests.Parts;

/// <summary>The page of parts over real requests: both languages, forms without script, headers, error pages.</summary>
public sealed partial class PartsPageTests(QuietSite site) : IClassFixture<QuietSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fa", "rtl", "اجزای صفحه‌ها")]
    [InlineData("en", "ltr", "Parts of pages")]
    public async Task Get_ShowsEveryPart_InTheLanguage(
        string language,
        string direction,
        string title
    )
    {
        var page = await GetAsync("/parts", language);
        Assert.Contains(
            $"<html lang=\"{language}\" dir=\"{direction}\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(title, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/parts", "dates", "uploads")]
    [InlineData("/rulebooks")]
    public async Task A_page_loads_the_scripts_that_its_parts_need(string path, params string[] own)
    {
        var page = await GetAsync(path, "fa");
        Assert.Equal(
            ["karvan", .. own.Select(o => $"scripts/{o}")],
            Scripts().Matches(page).Select(m => m.Groups["name"].Value)
        );
    }

    [Theory]
    [InlineData("/parts")]
    [InlineData("/problems/status?code=403")]
    [InlineData("/problems/fault")]
    [InlineData("/no/such/page")]
    public async Task Every_page_keeps_scripts_and_styles_out_of_itself(string path)
    {
        using var client = Client("fa");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("<main", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<a onclick=\"x()\">")]
    [InlineData("<script>x()</script>")]
    [InlineData("<style>p{}</style>")]
    public void Inline_code_is_noticed(string markup) => Assert.Matches(Inline(), markup);

    [Fact]
    public async Task Ids_are_unique_and_every_reference_leads_to_one()
    {
        var page = await GetAsync("/parts", "en");
        var ids = Ids().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Empty(
            ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
        );
        Assert.Empty(
            References()
                .Matches(page)
                .SelectMany(m => m.Groups[1].Value.Split(' '))
                .Where(i => i.Length > 0)
                .Except(ids, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Post_WithoutAnswers_ShowsErrorsBesideTheFields()
    {
        using var client = Client("en");
        using var answer = await PostAsync(client, [("Input.Name", "")]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(
            "<a href=\"#Input_Name\">Fill in “Name of the firm”.</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "aria-describedby=\"Input_Name-hint Input_Name-error\"",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_WithABadDay_KeepsWhatWasTyped()
    {
        using var client = Client("fa");
        using var answer = await PostAsync(
            client,
            [("Input.Name", "دانا <b>"), ("Input.Day", "۱۴۰۲/۱۳/۰۱")]
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("value=\"دانا <b>\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"۱۴۰۲/۱۳/۰۱\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithEverything_Redirects()
    {
        using var client = Client("fa");
        using var answer = await PostAsync(
            client,
            [
                ("Input.Name", "دانا"),
                ("Input.LegalId", "10100000001"),
                ("Input.Province", "yazd"),
                ("Input.Size", "small"),
                ("Input.Day", "2023-09-27"),
            ]
        );
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task Post_OfAStaleEdit_ShowsBothVersions()
    {
        using var client = Client("en");
        using var answer = await PostAsync(client, [], "/parts?handler=stale");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(
            "name=\"Input.Mail\" value=\"info@dana.example\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"Version\" value=\"8\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);
    }

    [Theory]
    [InlineData("/language", "en", "/parts?x=1", "/parts?x=1")]
    [InlineData("/language", "fa", "https://elsewhere.example/", "/")]
    [InlineData("/language", "fa", "//elsewhere.example", "/")]
    [InlineData("/language", "fa", "/\\elsewhere.example", "/")]
    [InlineData("/theme", "dark", "/parts", "/parts")]
    public async Task Post_AChoice_ReturnsToThisSiteOnly(
        string path,
        string to,
        string back,
        string leads
    )
    {
        using var client = Client("fa");
        using var form = new FormUrlEncodedContent([new("to", to), new("back", back)]);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(leads, answer.Headers.Location!.OriginalString);
        Assert.Contains(
            answer.Headers.GetValues("Set-Cookie"),
            c => c.Contains("=" + to, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/no/such/page", HttpStatusCode.NotFound, "Page not found")]
    [InlineData(
        "/problems/status?code=403",
        HttpStatusCode.Forbidden,
        "You are not allowed to do this"
    )]
    [InlineData("/problems/fault", HttpStatusCode.InternalServerError, "Reference number")]
    public async Task Problems_have_a_page_and_their_status(
        string path,
        HttpStatusCode status,
        string text
    )
    {
        using var client = Client("en");
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(
            text,
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_download_holds_all_rows_that_pass_the_filters()
    {
        using var client = Client("en");
        using var answer = await client.GetAsync(
            new Uri(
                "/parts?firms.f-province=yazd&firms.download=csv&firms.page=2",
                UriKind.Relative
            ),
            Cancel
        );
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        // Every third of 43 rows, and the titles.
        Assert.Equal(1 + 15, lines.Length);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    private HttpClient Client(string language)
    {
        var client = site.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = true,
            }
        );
        client.DefaultRequestHeaders.Add("Cookie", "language=" + language);
        return client;
    }

    private async Task<string> GetAsync(string path, string language)
    {
        using var client = Client(language);
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        (string Name, string Value)[] values,
        string path = "/parts"
    )
    {
        var page = await client.GetStringAsync(new Uri("/parts", UriKind.Relative), Cancel);
        using var form = new MultipartFormDataContent();
        foreach (
            var (name, value) in values.Append(
                ("__RequestVerificationToken", Token().Match(page).Groups[1].Value)
            )
        )
        {
            form.Add(new StringContent(value), name);
        }
        return await client.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
    }

    [GeneratedRegex(
        "<[^>]*\\s(?:style|on[a-z]+)=|<style|<script(?![^>]*\\ssrc=)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Inline();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("\\s(?:for|aria-describedby|aria-labelledby)=\"([^\"]*)\"")]
    private static partial Regex References();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A script's name without the mark of its content.</summary>
    [GeneratedRegex("<script src=\"/(?<name>[a-z/]+)[^\"]*\\.js\" type=\"module\">")]
    private static partial Regex Scripts();
}
