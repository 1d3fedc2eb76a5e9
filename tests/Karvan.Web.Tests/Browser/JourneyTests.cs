using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Testing.Databases;
using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// What a new user goes through, in Chromium: an account, a firm, its verification, a certificate, an application to the
/// databank, its approval; then the public finds the promoter, and the auditor reads the trail of it all.
/// </summary>
public sealed class JourneyTests(Chromium chromium)
{
    private const string Name = "شیرین رستمی";
    private const string NameEn = "Shirin Rostami";
    private const string Mail = "shirin@example.org";
    private const string Password = "a long pass phrase";
    private const string FirmName = "ظروف مسی سپاهان نو";
    private const string Number = "10380284790";
    private const string Province = "00";
    private const int Qualities = 6;

    [Theory]
    [InlineData("fa", 390, true)]
    [InlineData("en", 1440, false)]
    public async Task From_the_front_door_to_the_record(string language, int width, bool scripts)
    {
        await using var site = await Site.On(Provider.Sqlite);
        var address = site.Listen();
        async Task<VisitedPage> Visit(string account = "")
        {
            var visitor = await chromium.Visitor(address, language, "light", width, scripts);
            var visited = new VisitedPage(visitor, await visitor.NewPageAsync());
            if (account.Length > 0)
            {
                await visited.Page.GotoAsync("/stand-in");
                await visited.Page.Locator($"button[value='{account}']").Go();
            }
            return visited;
        }

        await using var self = await Visit();
        await OpenAccount(self.Page);
        var firm = await Register(self.Page);

        await using var expert = await Visit("expert");
        await ConversationWalk.AskAndAnswer(expert.Page, self.Page, firm);
        await Verify(expert.Page, firm);
        await ConversationWalk.GoOn(self.Page);
        var certificate = await AddCertificate(self.Page, firm);
        await Accept(expert.Page, certificate);

        await Apply(self.Page);
        var application = await Interview(expert.Page);
        await using var organization = await Visit("organization");
        await Approve(organization.Page, application);

        await using var anybody = await Visit();
        await Find(anybody.Page);
        await using var auditor = await Visit("auditor");
        await ReadTrail(auditor.Page, firm, application);
        Assert.Empty(
            new[] { self, expert, organization, anybody, auditor }.SelectMany(v => v.Complaints)
        );
    }

    private static async Task OpenAccount(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("main a[href^='/account/sign-up']").First.Go();
        await Fill(page, ("FullName", Name), ("Email", Mail), ("Password", Password));
        await Send(page);
        await page.Locator("main a[href='/outbox']").Go();
        await page.Locator("main a[href*='/account/confirm']").First.Go();
        await Send(page);
        await page.Locator("main a[href^='/sign-in']").Go();
        await Fill(page, ("Email", Mail), ("Password", Password));
        await Send(page);
        // What comes next is what they came for.
        Assert.EndsWith("/enterprises/register", page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[name='Number']").CountAsync());
    }

    /// <returns>The path of the firm's page.</returns>
    private static async Task<string> Register(IPage page)
    {
        // A slip first: what was typed stays, and the number is asked for again.
        await Fill(page, ("Number", Number[..^1] + "1"), ("Profile.NameFa", FirmName));
        await page.Locator("[name='Profile.Province']").SelectOptionAsync(Province);
        await Send(page);
        Assert.Equal(1, await page.Locator("[name='Number'][aria-invalid='true']").CountAsync());
        Assert.Equal(FirmName, await page.Locator("[name='Profile.NameFa']").InputValueAsync());
        await Fill(page, ("Number", Number));
        await page.Show("آگهی.pdf");
        // With scripts the file is sent beside the page, which then moves on by itself.
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await page.Locator("main .k-trail").First.WaitForAsync();
        await Expect(page, FirmName);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Verify(IPage page, string firm)
    {
        await page.Locator("main a[href^='/enterprises?f-state=Waiting']").First.Go();
        await page.Locator("[name='f-name']").FillAsync(FirmName);
        await page.Locator(".k-filter-do button").Go();
        await page.Locator($"main a[href='{firm}']").Go();
        await page.Locator("[name='Decision'][value='Verified']").CheckAsync();
        await Send(page);
        Assert.Equal(0, await page.Locator("[name='Decision']").CountAsync());
    }

    private static async Task<string> AddCertificate(IPage page, string firm)
    {
        await page.GotoAsync(firm);
        await page.Locator("main a[href$='/era/add']").Go();
        var today = Now;
        await Fill(
            page,
            ("Entry.Number", "ERA-77001"),
            ("Entry.Score", "81.5"),
            ("Entry.IssuedOn", Day(today.AddDays(-10))),
            ("Entry.ExpiresOn", Day(today.AddYears(1)))
        );
        await page.Show("گواهی.pdf");
        // With scripts the file is sent beside the page, which then moves on by itself.
        await page.Locator("main form .btn-primary").First.ClickAsync();
        await page.Locator("main .k-trail").First.WaitForAsync();
        Assert.Matches("/era/[0-9a-f-]{36}$", page.Url);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Accept(IPage page, string certificate)
    {
        await page.GotoAsync(certificate);
        await page.Locator("[name='Decision'][value='Accepted']").CheckAsync();
        await Send(page);
        Assert.Equal(0, await page.Locator("[name='Decision']").CountAsync());
    }

    private static async Task Apply(IPage page)
    {
        await page.GotoAsync("/promoters");
        await page.Locator("main a[href='/promoters/apply']").First.Go();
        await Section(page, "about", ("Form.NameFa", Name), ("Form.NameEn", NameEn));
        await Section(page, "fields", ("Form.Rows[0].Words", "ظروف مسی"));
        await Section(page, "languages", ("Form.English", "ده سال مکاتبه"));
        await Section(
            page,
            "experience",
            ("Form.Years", "۷"),
            ("Form.Trade", "صادرات به عراق"),
            ("Form.FieldCommand", "کارگاه مس‌گری"),
            ("Form.Leadership", "اجماع پنج کارگاه")
        );
        await Section(page, "education", ("Form.Statement", "دانشگاه اصفهان"));
        await Section(page, "contact", ("Form.Phone", "09121112233"), ("Form.Email", Mail));
        await page.Locator("main a[href='/promoters/apply/check']").First.Go();
        await Send(page);
        Assert.Equal(0, await page.Locator(".k-error").CountAsync());
    }

    /// <summary>One page of the application: opened from the task list, filled in, saved.</summary>
    private static async Task Section(
        IPage page,
        string section,
        params (string Name, string Value)[] fields
    )
    {
        await page.Locator($"main a[href='/promoters/apply/{section}']").First.Go();
        await Fill(page, fields);
        foreach (
            var (name, value) in new[]
            {
                ("Form.Province", Province),
                ("Form.Rows[0].Chapter", "74"),
                ("Form.Rows[0].Code", "en"),
                ("Form.Rows[0].Level", "Fluent"),
                ("Form.Degree", "Bachelor"),
            }
        )
        {
            if (await page.Locator($"select[name='{name}']").CountAsync() > 0)
            {
                await page.Locator($"select[name='{name}']").SelectOptionAsync(value);
            }
        }
        foreach (
            var choice in new[]
            {
                $"[name='Form.Provinces'][value='{Province}']",
                "[name='Form.Field'][value='Management']",
                "[name='Form.Consents'][type='checkbox']",
                "[name='Form.PublishesEmail'][type='checkbox']",
            }
        )
        {
            if (await page.Locator(choice).CountAsync() > 0)
            {
                await page.Locator(choice).CheckAsync();
            }
        }
        await page.Locator("main form .btn-primary").Go();
        if (!page.Url.EndsWith("/apply", StringComparison.Ordinal))
        {
            await page.Locator("main a[href='/promoters/apply']").First.Go();
        }
    }

    private static async Task<string> Interview(IPage page)
    {
        await page.GotoAsync("/promoters/applications");
        await page.Locator("main td a", new() { HasTextRegex = new($"{Name}|{NameEn}") })
            .First.Go();
        var application = new Uri(page.Url).AbsolutePath;
        await page.Locator("main a[href$='/interview']").Go();
        await Fill(page, ("HeldOn", Day(Now)), ("Overall", "مذاکره را خوب می‌داند"));
        for (var i = 0; i < Qualities; i++)
        {
            await page.Locator($"[name='Findings[{i}].Judgement'][value='Met']").CheckAsync();
        }
        await Send(page);
        return application;
    }

    private static async Task Approve(IPage page, string application)
    {
        await page.GotoAsync(application);
        await page.Locator("[name='Decision'][value='Approved']").CheckAsync();
        await page.Locator("form:has([name='Decision']) .btn-primary").Go();
        Assert.Equal(0, await page.Locator("[name='Decision']").CountAsync());
    }

    /// <summary>By words on another keyboard (ي for ی), as somebody with an old phone types them.</summary>
    private static async Task Find(IPage page)
    {
        await page.GotoAsync("/promoters");
        await page.Locator("[name='Words']").FillAsync("ظروف مسي");
        await Send(page);
        await page.Locator("main a", new() { HasTextRegex = new($"{Name}|{NameEn}") }).First.Go();
        Assert.Matches($"{Name}|{NameEn}", await page.Locator("h1").TextContentAsync() ?? "");
        // The interview and the telephone that was not published are nobody's but theirs.
        var shown = await page.Locator("main").TextContentAsync() ?? "";
        Assert.DoesNotContain("مذاکره را خوب", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("۰۹۱۲۱۱۱۲۲۳۳", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("09121112233", shown, StringComparison.Ordinal);
    }

    private static async Task ReadTrail(IPage page, string firm, string application)
    {
        // Registered and verified; a certificate added and accepted.
        await page.GotoAsync(firm);
        Assert.True(await page.Locator(".k-trail > li").CountAsync() >= 2);
        await page.GotoAsync(application);
        Assert.True(await page.Locator(".k-trail > li").CountAsync() >= 3);
        await page.GotoAsync("/audit");
        await page.Locator("[name='f-words']").FillAsync(Name);
        await page.Locator(".k-filter-do button").Go();
        // At least: account, confirmation, sign-in, firm, certificate, seven saves of the application, its sending.
        Assert.True(await page.Locator("main tbody tr").CountAsync() >= 10);
        await page.Locator("main tbody tr a[href^='/audit/']").First.Go();
        Assert.Equal(2, await page.Locator(".k-code.k-long").CountAsync());
    }

    internal static async Task Fill(IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            await page.Locator($"main [name='{name}']").FillAsync(value);
        }
    }

    internal static Task Send(IPage page) => page.Locator("main form .btn-primary").First.Go();

    private static async Task Expect(IPage page, string heading) =>
        Assert.Contains(
            heading,
            await page.Locator("h1").TextContentAsync(),
            StringComparison.Ordinal
        );

    /// <summary>In Tehran; the application under test keeps the time of the machine.</summary>
    private static DateTime Now => TehranTime.Of(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static string Day(DateTime day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
