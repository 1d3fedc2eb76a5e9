using Karvan.Web.Components.Frames;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>The look in Chromium: nothing for axe to find, nothing wider than the screen, no word of the console.</summary>
public sealed class LookTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const int Phone = 390;
    private const int Desk = 1440;

    /// <summary>The least wide desk, and what is wider than a phone and less than that.</summary>
    private const int Narrow = 1024;
    private const int Tablet = 768;

    /// <summary>As the page comes; with what opens, both languages are seen at both widths and in both themes.</summary>
    [Theory]
    [InlineData("fa", "light", Desk)]
    [InlineData("en", "dark", Phone)]
    public async Task Nothing_is_found_in_the_parts(string language, string theme, int width)
    {
        await using var visited = await site.VisitAsync("/parts", language, theme, width);
        Assert.Empty(await Axe.Find(visited.Page));
        Assert.Empty(visited.Complaints);
    }

    /// <summary>The page on paper, as it is seen before it is printed.</summary>
    [Theory]
    [InlineData("fa", "dark", Phone)]
    [InlineData("en", "light", Desk)]
    public async Task Nothing_is_found_on_paper(string language, string theme, int width)
    {
        await using var visited = await site.VisitAsync("/parts?print=1", language, theme, width);
        Assert.Empty(await Axe.Find(visited.Page));
        Assert.Empty(visited.Complaints);
        Assert.Equal(
            width,
            await visited.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")
        );
    }

    /// <summary>Menus, tables behind drawings and the calendar are part of the page too.</summary>
    [Theory]
    [InlineData("fa", "dark", Phone)]
    [InlineData("en", "light", Desk)]
    public async Task Nothing_is_found_in_what_opens(string language, string theme, int width)
    {
        await using var visited = await site.VisitAsync("/parts", language, theme, width);
        await visited.Page.EvaluateAsync(
            "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
        );
        await visited.Page.Locator(".k-date-open").First.ClickAsync();
        Assert.Empty(await Axe.Find(visited.Page));
        Assert.Empty(visited.Complaints);
    }

    [Theory]
    [InlineData("/problems/status?code=403", "fa", Phone)]
    [InlineData("/problems/status?code=403", "en", Desk)]
    [InlineData("/problems/fault", "fa", Desk)]
    [InlineData("/problems/fault", "en", Phone)]
    public async Task Nothing_is_found_in_pages_of_problems(string path, string language, int width)
    {
        await using var visited = await site.VisitAsync(path, language, "light", width);
        Assert.Empty(await Axe.Find(visited.Page));
    }

    [Theory]
    [InlineData("fa", Phone)]
    [InlineData("fa", Desk)]
    [InlineData("en", Phone)]
    [InlineData("en", Desk)]
    public async Task Nothing_is_wider_than_the_screen(string language, int width)
    {
        await using var visited = await site.VisitAsync("/parts", language, "light", width);
        Assert.Equal(
            width,
            await visited.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")
        );
    }

    /// <summary>The frame of the page of parts has every group there is.</summary>
    [Theory]
    [InlineData("fa", Narrow)]
    [InlineData("en", Narrow)]
    [InlineData("en", Desk)]
    public async Task The_navigation_stands_in_one_row(string language, int width)
    {
        await using var visited = await site.VisitAsync("/parts", language, "light", width);
        var groups = visited.Page.Locator(".k-desk .k-nav > ul > li");
        Assert.Equal(Enum.GetValues<NavigationGroup>().Length, await groups.CountAsync());
        var tops = await groups.EvaluateAllAsync<float[]>(
            "all => all.map(g => g.getBoundingClientRect().top)"
        );
        Assert.Single(tops.Distinct());
        Assert.Equal(
            width,
            await visited.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")
        );
        // None is cut off, and what opens under the last one stays on the screen.
        await groups.Last.Locator("summary").ClickAsync();
        var open = (await groups.Last.Locator(".k-menu-open").BoundingBoxAsync())!;
        Assert.InRange(open.X, 0, width - open.Width);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Tablet)]
    public async Task Below_a_desk_the_groups_stand_in_the_menu_without_script(int width)
    {
        await using var visited = await site.VisitAsync(
            "/parts",
            "en",
            "light",
            width,
            scripts: false
        );
        var page = visited.Page;
        Assert.False(await page.Locator(".k-nav-row").IsVisibleAsync());
        await page.Locator(".k-phone > summary").ClickAsync();
        var groups = page.Locator(".k-phone .k-nav > ul > li");
        // The group of the page is open; another one closes it.
        Assert.True(await groups.Nth(1).Locator("a").First.IsVisibleAsync());
        await groups.Nth(2).Locator("summary").ClickAsync();
        Assert.True(await groups.Nth(2).Locator("a").First.IsVisibleAsync());
        Assert.False(await groups.Nth(1).Locator("a").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_group_opens_by_keyboard_and_closes_when_one_leaves_it()
    {
        await using var visited = await site.VisitAsync("/parts", "en", "light", Desk);
        var page = visited.Page;
        var groups = page.Locator(".k-desk .k-nav > ul > li");
        var first = groups.First.Locator("summary");
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await groups.First.Locator("a").First.IsVisibleAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await groups.First.Locator("a").First.IsVisibleAsync());
        Assert.True(await first.EvaluateAsync<bool>("(e) => e === document.activeElement"));
        await page.Keyboard.PressAsync("Enter");
        for (var place = 0; place < 4; place++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.False(await groups.First.Locator("a").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_form_works_without_script()
    {
        await using var visited = await site.VisitAsync(
            "/parts",
            "fa",
            "light",
            Phone,
            scripts: false
        );
        var page = visited.Page;
        await page.Locator("#fields form .btn-primary").Go();
        Assert.Equal(5, await page.Locator("#fields form .k-error").CountAsync());
        await page.Locator("#Input_Name").FillAsync("دانا");
        await page.Locator("#Input_LegalId").FillAsync("10100000001");
        await page.Locator("#Input_Province").SelectOptionAsync("yazd");
        await page.Locator("#Input_Size").CheckAsync();
        await page.Locator("#Input_Day").FillAsync("۱۴۰۲/۰۷/۰۵");
        await page.Locator("#fields form .btn-primary").Go();
        Assert.Contains(
            "دانا",
            await page.Locator("#fields [role=status]").TextContentAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Language_and_theme_are_chosen_without_script()
    {
        await using var visited = await site.VisitAsync(
            "/parts?firms.page=2",
            "fa",
            "system",
            Desk,
            scripts: false
        );
        var page = visited.Page;
        await page.Locator(".k-desk button[value=en]").Go();
        await page.Locator(".k-desk button[value=dark]").Go();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.EndsWith("/parts?firms.page=2", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fa", "۱۴۰۲/۰۸/۱۲")]
    [InlineData("en", "1402/08/12")]
    public async Task A_day_is_picked_with_the_keyboard(string language, string day)
    {
        await using var visited = await site.VisitAsync("/parts", language, "light", Phone);
        var page = visited.Page;
        // A Gregorian day is understood: 27 September 2023 is 5 Mehr 1402.
        await page.Locator("#Input_Day").FillAsync("2023-09-27");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("PageDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(day, await page.Locator("#Input_Day").InputValueAsync());
        Assert.True(
            await page.Locator("#Input_Day")
                .EvaluateAsync<bool>("(e) => e === document.activeElement")
        );
    }
}
