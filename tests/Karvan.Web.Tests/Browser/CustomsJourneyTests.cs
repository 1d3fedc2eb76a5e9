using System.Text;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// A customs file that nobody here designed (Persian columns and digits, Jalali days, rials, a row of totals), from its sending
/// to a firm's line of it, an objection to the line, its correction, and the withdrawal of the whole.
/// </summary>
public sealed class CustomsJourneyTests(Chromium chromium)
{
    private const string Year = "1399";
    private const string Declaration = "990101";
    private const string Mail = "firm@demo.karvan";

    [Theory]
    [InlineData("fa", 1440, true)]
    [InlineData("en", 390, false)]
    public async Task From_a_foreign_table_to_a_corrected_line(
        string language,
        int width,
        bool scripts
    )
    {
        await using var site = await Site.On(Provider.Sqlite);
        var address = site.Listen();
        var (firm, number) = await Own(site);
        async Task<VisitedPage> Visit(string account)
        {
            var visitor = await chromium.Visitor(address, language, "light", width, scripts);
            var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
            await visited.Page.GotoAsync("/stand-in");
            await visited.Page.Locator($"button[value='{account}']").Go();
            return visited;
        }

        await using var expert = await Visit("expert");
        var import = await Import(expert.Page, number, scripts);
        await using var user = await Visit("firm");
        var line = await Walk(user.Page, firm);
        await Objection(user.Page);
        await Correct(expert.Page);
        await user.Page.GotoAsync(line);
        await Says(user.Page, "90000", "100000");
        await Withdraw(expert.Page, import);
        await user.Page.GotoAsync($"/enterprises/{firm}/trade");
        Assert.Equal(0, await user.Page.Locator($"main a[href*='{Year}']").CountAsync());
        Assert.Empty(new[] { expert, user }.SelectMany(v => v.Complaints));
    }

    private static Task<(Guid Firm, string Number)> Own(Site site) =>
        site.Ask(async db =>
        {
            var person = await db.Users.SingleAsync(p => p.Email == Mail);
            var firm = await db
                .Grants.Where(g => g.PersonId == person.Id)
                .OrderBy(g => g.Id)
                .Select(g => g.EnterpriseId!.Value)
                .FirstAsync();
            var enterprise = await db
                .Enterprises.Include(e => e.OutsideIds)
                .SingleAsync(e => e.Id == firm);
            return (firm, enterprise.OutsideIds[0].Number);
        });

    /// <summary>100,000 and 200,000 USD of exports at 200,000 rials, imports, a bad country, and the file's own sum.</summary>
    private static byte[] Table(string number) =>
        Encoding.UTF8.GetBytes(
            Persian(
                $"""
                شماره کوتاژ;ردیف;نوع اظهارنامه;تاریخ;شناسه ملی صادرکننده;کد تعرفه;کشور مقصد;ارزش (ریال);وزن خالص (کیلوگرم)
                {Declaration};1;صادرات;{Year}/02/05;{number};08025100;عراق;20٬000٬000٬000;10٬000
                {Declaration};2;صادرات;{Year}/02/05;{number};08025100;عراق;40٬000٬000٬000;20٬000
                990102;1;واردات;{Year}/03/07;{number};84778000;تركيه;2٬000٬000٬000;500
                990103;1;صادرات;{Year}/03/08;{number};08025100;ناکجا;2٬000٬000٬000;500
                جمع کل;;;;;;;64٬000٬000٬000;31٬000
                """
            )
        );

    private static string Persian(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '۰') : c));

    /// <returns>The path of the import's page.</returns>
    private static async Task<string> Import(IPage page, string number, bool scripts)
    {
        await page.GotoAsync("/customs");
        await page.Locator("main a[href='/customs/new']").Go();
        await page.Locator("[name='Reach']").SelectOptionAsync("00");
        await page.Locator("[name='File']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "گمرک.csv",
                    MimeType = "text/csv",
                    Buffer = Table(number),
                }
            );
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal("IRR", await page.Locator("[name='Entry.Currency']").InputValueAsync());
        await page.Locator("[name='Entry.Rates']")
            .FillAsync($"IRR {Year}/01/01 200000 central bank");
        await page.Locator("[name='Entry.SaveAs']").FillAsync("گمرک استان");
        await page.Locator("main form[method='post'] .btn-primary").Go();
        var import = new Uri(page.Url).AbsolutePath;
        var commit = page.Locator("main a[href$='/commit']");
        // With scripts the page looks again by itself; without them the reader does.
        var again = page.Locator("noscript a");
        while (!scripts && await again.CountAsync() > 0)
        {
            await again.First.Go();
        }
        await commit.WaitForAsync();
        await Says(page, "300000", "10000");
        await commit.Go();
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(import, new Uri(page.Url).AbsolutePath);
        await page.GotoAsync("/customs/profiles");
        Assert.Equal(1, await page.Locator("h2", new() { HasText = "گمرک استان" }).CountAsync());
        return import;
    }

    /// <summary>From the year's column of the chart to its lines, and to one of them.</summary>
    /// <returns>The address of the line's page.</returns>
    private static async Task<string> Walk(IPage page, Guid firm)
    {
        await page.GotoAsync($"/enterprises/{firm}");
        await page.Locator($"main a[href='/enterprises/{firm}/trade']").Go();
        await page.Locator($"main .k-column[href*='/trade/lines'][href*='{Year}']").First.Go();
        await page.Locator($"main a[href*='declaration={Declaration}'][href*='line=1']").First.Go();
        await Says(page, "100000");
        return page.Url;
    }

    private static async Task Objection(IPage page)
    {
        await page.Locator("main a[href*='/contest']").Go();
        await page.Locator("[name='Ground'][value='WrongValue']").CheckAsync();
        await page.Locator("[name='Reason']").FillAsync("The invoice says 90,000 USD.");
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(1, await page.Locator("#objections").CountAsync());
    }

    private static async Task Correct(IPage page)
    {
        await page.GotoAsync("/trade/contests");
        // What waits longest stands first: the demo's own, and then this one.
        await page.Locator("main a[href^='/trade/contests/']").Last.Go();
        await page.Locator("main a[href*='/adjust']").First.Go();
        await page.Locator("[name='Form.Decision'][value='Correct']").CheckAsync();
        await page.Locator("[name='Form.Value']").FillAsync("90000");
        await page.Locator("[name='Form.Reason']").FillAsync("The invoice was seen.");
        await page.Locator("main form .btn-primary").Go();
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(1, await page.Locator("#decisions").CountAsync());
    }

    private static async Task Withdraw(IPage page, string import)
    {
        await page.GotoAsync(import);
        await page.Locator("main a[href$='/withdraw']").Go();
        await page.Locator("[name='Reason']").FillAsync("Customs sends it anew.");
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(import, new Uri(page.Url).AbsolutePath);
        Assert.Equal(0, await page.Locator("main a[href$='/withdraw']").CountAsync());
    }

    /// <summary>Numbers in whatever digits, without marks between them.</summary>
    private static async Task Says(IPage page, params string[] numbers)
    {
        var text = PersianText
            .LatinDigits(await page.Locator("main").InnerTextAsync())
            .Replace(",", "", StringComparison.Ordinal)
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace("٫", ".", StringComparison.Ordinal);
        Assert.All(numbers, n => Assert.Contains(n, text, StringComparison.Ordinal));
    }
}
