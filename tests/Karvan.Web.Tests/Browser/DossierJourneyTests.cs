using Karvan.Testing.Databases;
using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// A firm goes on with a dossier that was begun: takes out what it cannot show, adds an item, completes it, submits, and holds
/// its receipt; only then the secretary sees what is in it.
/// </summary>
public sealed class DossierJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData("fa", true)]
    [InlineData("en", false)]
    public async Task From_an_unfinished_dossier_to_a_receipt(string language, bool scripts)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var address = site.Listen();
        async Task<VisitedPage> Visit(string account)
        {
            var visitor = await chromium.Visitor(address, language, "light", 1440, scripts);
            var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
            await visited.Page.GotoAsync("/stand-in");
            await visited.Page.Locator($"button[value='{account}']").Go();
            return visited;
        }

        await using var firm = await Visit("firm");
        var page = firm.Page;
        // The account acts for two firms; the second one has a dossier.
        await page.Locator("header details.k-menu:has(button[name='to']) summary")
            .First.ClickAsync();
        await page.Locator("header form[action='/acting'] button[name='to']").First.Go();
        await page.GotoAsync("/dossiers");
        await page.Locator("main tbody a[href^='/dossiers/']").First.Go();
        var dossier = new Uri(page.Url).AbsolutePath;

        await using var secretary = await Visit("secretary");
        await secretary.Page.GotoAsync(dossier);
        Assert.Equal(0, await secretary.Page.Locator("main a[href*='/groups/']").CountAsync());

        await page.Locator("main a[href$='/groups/R6']").Go();
        var group = new Uri(page.Url).AbsolutePath;
        await TakeOut(page);
        await Add(page, dossier, group);
        await page.GotoAsync(dossier);
        await page.Locator("main a[href$='/check']").Go();
        // Unless they say that it is true nothing is submitted.
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(1, await page.Locator("main .k-wrong").CountAsync());
        await page.Locator("[name='Declared'][type='checkbox']").CheckAsync();
        await page.Locator("main form .btn-primary").Go();
        Assert.Contains("/receipts/", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("main a[href*='handler=Proof']").CountAsync());

        await secretary.Page.GotoAsync(dossier);
        await secretary.Page.Locator("main a[href$='/groups/R6']").Go();
        Assert.Equal(
            1,
            await secretary.Page.Locator("[id='R6.1'] a[href^='/files/']").CountAsync()
        );
        Assert.Equal(0, await secretary.Page.Locator("main a[href*='/items/']").CountAsync());
        Assert.Empty(new[] { firm, secretary }.SelectMany(v => v.Complaints));
    }

    private static async Task TakeOut(IPage page)
    {
        var remove = page.Locator("main a.k-file-remove");
        while (await remove.CountAsync() > 0)
        {
            await remove.First.Go();
            await page.Locator("main form .btn-primary").Go();
        }
    }

    /// <summary>A contract for service abroad, first without its paper, which is told; then with it.</summary>
    private static async Task Add(IPage page, string dossier, string group)
    {
        await page.Locator($"main a[href='{dossier}/items/R6.1']").Go();
        await page.Locator("[name='Form.Country']").SelectOptionAsync("IQ");
        await page.Locator("[name='Form.Endorser'][value='embassy']").CheckAsync();
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(group, new Uri(page.Url).AbsolutePath);
        var item = page.Locator("[id='R6.1']");
        Assert.Equal(1, await item.Locator("li .k-note").CountAsync());
        await item.Locator("a[href*='/items/R6.1/']").Go();
        await page.Locator("[name='Documents[0].File']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "contract.pdf",
                    MimeType = "application/pdf",
                    Buffer =
                    [
                        .. "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8,
                    ],
                }
            );
        await page.Locator("main form .btn-primary").Go();
        Assert.Equal(1, await item.Locator("a[href^='/files/']").CountAsync());
    }
}
