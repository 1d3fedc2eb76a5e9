using Karvan.Testing.Databases;
using Karvan.Web.Tests.Access;
using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// Every page of the table of routes in Chromium, as somebody sees it to whom it opens, in both languages: nothing wider
/// than a phone or a desk, no word of the console, and in one of the two looks of most use nothing for axe to find.
/// </summary>
public sealed class EveryPageTests(Chromium chromium)
{
    private const string Index = "Index";

    /// <summary>Set, axe looks at both widths in both languages: four times as long.</summary>
    private static readonly bool Whole = !string.IsNullOrEmpty(
        Environment.GetEnvironmentVariable("KARVAN_EVERY_PAGE")
    );

    private static readonly string[] Languages = ["fa", "en"];

    private const int Phone = 390;
    private const int Desk = 1440;

    /// <summary>What is a file and no page, ends a session, or is looked at with its parts in every state elsewhere.</summary>
    private static readonly string[] Elsewhere =
    [
        "files/{id:guid}",
        "files/{id:guid}/inline",
        "customs/{id:guid}/file",
        "sign-out",
        "parts",
        "problems/fault",
        "problems/status",
    ];

    [Fact]
    public async Task Nothing_is_found_in_any_page()
    {
        await using var site = await Site.On(Provider.Sqlite);
        var address = site.Listen();
        var addresses = await RouteTable.Addresses(site);
        var pages = RouteTable
            .Entries.Where(e => e.Get.First is not null)
            .DistinctBy(e => Page(e.Route), StringComparer.OrdinalIgnoreCase)
            .Where(e => !Elsewhere.Contains(e.Route, StringComparer.Ordinal))
            .Select((e, place) => (Account: e.Get.First!, Seen: new Seen(addresses(e.Path), place)))
            .ToLookup(e => e.Account, e => e.Seen, StringComparer.Ordinal);
        // Both languages at once: most of the time is spent in the browser, which gives each a process of its own.
        var found = await Task.WhenAll(
            Languages.Select(language => LookThrough(chromium, address, language, pages))
        );
        Assert.Empty(found.SelectMany(f => f));
    }

    /// <summary>A page of a folder by its short address.</summary>
    private static string Page(string route) =>
        route.EndsWith(Index, StringComparison.OrdinalIgnoreCase)
            ? route[..^Index.Length].TrimEnd('/')
            : route;

    private static async Task<List<string>> LookThrough(
        Chromium chromium,
        string address,
        string language,
        ILookup<string, Seen> pages
    )
    {
        var found = new List<string>();
        foreach (var account in pages)
        {
            var visitor = await chromium.Visitor(address, language, "light", Desk);
            await Axe.Bring(visitor);
            await using var page = new VisitedPage(visitor, await visitor.NewPageAsync());
            await SignIn(page.Page, account.Key);
            foreach (var (path, place) in account)
            {
                page.Complaints.Clear();
                var answer = await page.Page.GotoAsync(path);
                // The page of a refusal has nothing to be found either.
                if (answer?.Status is not 200)
                {
                    found.Add($"{path} ({language}, {account.Key}): {answer?.Status}");
                }
                var looked = await Look(page, place, language, frame: path == account.First().Path);
                found.AddRange(looked.Select(f => $"{path} ({language}, {account.Key}): {f}"));
            }
        }
        return found;
    }

    private static async Task<List<string>> Look(
        VisitedPage page,
        int place,
        string language,
        bool frame
    )
    {
        var found = new List<string>();
        foreach (var width in new[] { Desk, Phone })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            var wide = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                found.Add($"{wide} wide on {width}");
            }
            if (Whole || (width == WidthOf(language) && language == LanguageOf(place)))
            {
                var broken = await Axe.Find(page.Page, frame: Whole || frame);
                found.AddRange(broken.Select(f => $"at {width} {f}"));
            }
        }
        found.AddRange(page.Complaints);
        return found;
    }

    /// <summary>
    /// The same elements stand in both languages, in the same colors: axe takes every page once, half of them in each.
    /// </summary>
    private static string LanguageOf(int place) => Languages[place % Languages.Length];

    /// <summary>Persian on phones and English at desks are most used.</summary>
    private static int WidthOf(string language) => language == "fa" ? Phone : Desk;

    private static async Task SignIn(IPage page, string account)
    {
        if (account.Length > 0)
        {
            await page.GotoAsync("/stand-in");
            await page.Locator($"button[value='{account}']").Go();
        }
    }

    /// <param name="Place">In the table of routes.</param>
    private sealed record Seen(string Path, int Place);
}
