using System.Net;
using System.Text.RegularExpressions;
using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Help;

/// <summary>The guides are inside the application: each person's own first, with pictures, and links that lead on.</summary>
public sealed partial class HelpTests
{
    [Theory]
    [InlineData("firm", "firm")]
    [InlineData("newcomer", "firm")]
    [InlineData("promoter", "promoter")]
    [InlineData("expert", "expert")]
    [InlineData("organization", "organization")]
    [InlineData("reviewer", "reviewer-and-secretary")]
    [InlineData("secretary", "reviewer-and-secretary")]
    [InlineData("auditor", "auditor")]
    [InlineData("administrator", "administrator")]
    [InlineData("", "visitor")]
    public async Task The_own_guide_stands_first(string account, string guide)
    {
        await using var site = await Site.On(Provider.Sqlite, ("Karvan:Contact", "021-55555"));
        var visitor = account.Length > 0 ? await site.SignedIn(account) : site.Visitor();
        var page = await visitor.GetStringAsync("/help");
        Assert.Equal($"/help/{guide}", Entries().Match(page).Groups["href"].Value);
        Assert.Contains("021-55555", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Every_guide_opens_with_its_pictures_and_its_links_lead_to_pages(
        string language
    )
    {
        await using var site = await Site.On(Provider.Sqlite);
        using var visitor = site.Visitor();
        await Site.Post(visitor, "/language", ("to", language), ("back", "/help"));
        var looked = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/help/account", "/help/visitor", "/help/firm"]);
        string[] others =
        [
            "promoter",
            "expert",
            "organization",
            "reviewer-and-secretary",
            "auditor",
            "administrator",
        ];
        foreach (var other in others)
        {
            waiting.Enqueue($"/help/{other}");
        }
        var pictures = 0;
        while (waiting.TryDequeue(out var path))
        {
            if (!looked.Add(path))
            {
                continue;
            }
            var answer = await visitor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("k-guide", page, StringComparison.Ordinal);
            Assert.DoesNotContain(".md\"", page, StringComparison.Ordinal);
            // What turns the text around in the file is no text.
            Assert.DoesNotContain("&lt;", page, StringComparison.Ordinal);
            foreach (Match link in GuideLinks().Matches(page))
            {
                waiting.Enqueue(link.Groups["href"].Value);
            }
            foreach (Match picture in Pictures().Matches(page))
            {
                var shown = await visitor.GetAsync(picture.Groups["src"].Value);
                Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
                pictures++;
            }
        }
        Assert.True(pictures > 5);
    }

    [Theory]
    [InlineData("/help/none")]
    [InlineData("/help/..%2Fappsettings")]
    [InlineData("/help/pictures/en/none.png")]
    [InlineData("/help/pictures/en/..%2F..%2Ffirm.en.md")]
    public async Task What_is_no_guide_is_not_found(string path)
    {
        await using var site = await Site.On(Provider.Sqlite);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(path)).StatusCode);
    }

    [GeneratedRegex("k-task-link\" href=\"(?<href>/help/[a-z-]+)\"")]
    private static partial Regex Entries();

    [GeneratedRegex("<a href=\"(?<href>/help/[a-z-]+)\"")]
    private static partial Regex GuideLinks();

    [GeneratedRegex("<img src=\"(?<src>/help/pictures/[^\"]+)\"")]
    private static partial Regex Pictures();
}
