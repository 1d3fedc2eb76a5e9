using Karvan.Testing.Databases;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>Lists answer to letters of the keyboard, and what the browser names by itself speaks the language of the page.</summary>
public sealed class FormTests(Chromium chromium)
{
    [Theory]
    [InlineData("fa", "مازن", "مازندران", "انتخاب فایل")]
    [InlineData("en", "maz", "Mazandaran", "Choose a file")]
    public async Task A_list_finds_what_is_typed_and_a_file_is_chosen_in_the_readers_language(
        string language,
        string typed,
        string found,
        string button
    )
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = await chromium.Visitor(site.Listen(), language, "light", 1440, true);
        await using var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
        var page = visited.Page;
        await page.GotoAsync("/stand-in");
        await page.Locator("button[value='newcomer']").Go();
        await page.GotoAsync("/enterprises/register");
        var list = page.Locator("[name='Profile.Province']");
        await list.FocusAsync();
        // A keyboard of any letters: Playwright's own knows those of the United States.
        var keys = await visitor.NewCDPSessionAsync(page);
        foreach (var letter in typed.Select(c => $"{c}"))
        {
            foreach (var type in new[] { "keyDown", "keyUp" })
            {
                await keys.SendAsync(
                    "Input.dispatchKeyEvent",
                    new Dictionary<string, object>
                    {
                        ["type"] = type,
                        ["key"] = letter,
                        ["text"] = type == "keyDown" ? letter : "",
                    }
                );
            }
        }
        Assert.Equal(
            found,
            await list.EvaluateAsync<string>("s => s.selectedOptions[0].textContent")
        );
        Assert.Equal(button, await page.Locator(".k-file-pick label").TextContentAsync());
        // The input itself is still what the keyboard reaches.
        await page.Locator("input[type=file]").FocusAsync();
        Assert.Equal("File", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Empty(visited.Complaints);
    }

    /// <summary>Without the page before, a script knows the filters that were chosen.</summary>
    [Fact]
    public async Task A_list_is_gone_back_to_as_it_was_left_over_a_decision_between()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var visitor = await chromium.Visitor(site.Listen(), "fa", "light", 1440, true);
        await using var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
        var page = visited.Page;
        await page.GotoAsync("/stand-in");
        await page.Locator("button[value='expert']").Go();
        await page.GotoAsync("/enterprises?f-state=Waiting&sort=age");
        await page.Locator("main td a[href^='/enterprises/']").First.Go();
        var back = page.Locator("a[data-list]").First;
        Assert.EndsWith(
            "/enterprises?f-state=Waiting&sort=age",
            await back.GetAttributeAsync("href"),
            StringComparison.Ordinal
        );
        await page.Locator("[name='Decision'][value='Verified']").CheckAsync();
        await page.Locator("main form .btn-primary").First.Go();
        Assert.Equal(1, await page.Locator("main .k-done").CountAsync());
        await back.Go();
        Assert.EndsWith(
            "/enterprises?f-state=Waiting&sort=age",
            page.Url,
            StringComparison.Ordinal
        );
    }
}
