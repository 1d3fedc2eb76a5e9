using Karvan.Web.Tests.Parts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Karvan.Web.Tests.Browser;

/// <summary>The site on a port of its own, and the Chromium of this machine. Tests are skipped where there is none.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private readonly QuietSite site = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string address = "";

    private static string? Chromium { get; } =
        new[]
        {
            System.Environment.GetEnvironmentVariable("KARVAN_CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(path => path is { Length: > 0 } && File.Exists(path));

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }
        site.UseKestrel(0);
        site.StartServer();
        address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                // Chromium's sandbox refuses to run as root, as tests in containers do.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--no-first-run",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
        await site.DisposeAsync();
    }

    /// <summary>A page of a fresh visitor who has chosen a language and a theme.</summary>
    public async Task<VisitedPage> VisitAsync(
        string path,
        string language,
        string theme,
        int width,
        bool scripts = true
    )
    {
        Assert.SkipWhen(
            browser is null,
            "There is no Chromium on this machine; KARVAN_CHROMIUM may name one."
        );
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
                BaseURL = address,
            }
        );
        await context.AddCookiesAsync([
            new()
            {
                Name = "language",
                Value = language,
                Url = address,
            },
            new()
            {
                Name = "theme",
                Value = theme,
                Url = address,
            },
        ]);
        var page = await context.NewPageAsync();
        var visited = new VisitedPage(context, page);
        await page.GotoAsync(path);
        return visited;
    }
}

/// <summary>An open page and what its console complained of.</summary>
public sealed class VisitedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public VisitedPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
