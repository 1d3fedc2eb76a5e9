using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>The part of the journey in which an expert asks and a firm answers: no page leaves anybody without what comes next.</summary>
internal static class ConversationWalk
{
    private const string Question = "کدام کد تعرفه؟";
    private const string Reply = "741820، ظروف مسی";

    /// <summary>The expert asks, the firm reads it among its notices and answers it where that leads, with a file.</summary>
    public static async Task AskAndAnswer(IPage expert, IPage self, string firm)
    {
        // Until somebody has looked, the page says what comes.
        Assert.Equal(1, await self.Locator("main .k-lead").CountAsync());
        await expert.GotoAsync(firm);
        await expert.Locator("[name='Decision'][value='Asked']").CheckAsync();
        await JourneyTests.Fill(expert, ("Remark", Question), ("WorkingDays", "5"));
        await JourneyTests.Send(expert);
        // Told what was done, and what is next.
        Assert.Equal(1, await expert.Locator("main .k-done a").CountAsync());

        await self.GotoAsync("/notices");
        await self.Locator($"main a[href='{firm}/answer']").First.Go();
        await Shows(self, Question);
        await JourneyTests.Fill(self, ("Answer", Reply));
        await self.Show("فهرست.pdf");
        await self.Locator("main form .btn-primary").First.ClickAsync();
        await self.Locator("main .k-done").WaitForAsync();
        await Shows(self, Reply);
        await expert.GotoAsync("/");
    }

    /// <summary>In what was asked and answered.</summary>
    private static async Task Shows(IPage page, string text) =>
        Assert.Contains(
            text,
            await page.Locator("#questions").TextContentAsync(),
            StringComparison.Ordinal
        );

    /// <summary>A verified firm is told so, and what it can do now.</summary>
    public static async Task GoOn(IPage page)
    {
        await page.GotoAsync("/");
        Assert.True(await page.Locator("main a[href$='/era/add']").CountAsync() > 0);
        Assert.True(await page.Locator("main a[href='/notices']").CountAsync() > 0);
    }
}
