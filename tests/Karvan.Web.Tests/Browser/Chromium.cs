using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Karvan.Web.Tests.Browser.Chromium))]

namespace Karvan.Web.Tests.Browser;

/// <summary>
/// The Chromium of this machine, started once for all tests when the first asks for it. The one without a window system
/// draws the same pages in two thirds of the processor's time.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing =
        "There is no Chromium on this machine; KARVAN_CHROMIUM may name one.";

    private readonly Lazy<Task<(IPlaywright By, IBrowser Browser)>> started = new(Start);

    private static string? Program { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("KARVAN_CHROMIUM"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(path => path is { Length: > 0 } && File.Exists(path));

    /// <summary>A fresh visitor who has chosen a language and a theme.</summary>
    public async Task<IBrowserContext> Visitor(
        string address,
        string language,
        string theme,
        int width,
        bool scripts = true
    )
    {
        Assert.SkipWhen(Program is null, Missing);
        var context = await (await started.Value).Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
                BaseURL = address,
            }
        );
        context.SetDefaultTimeout((float)Walking.Patience.TotalMilliseconds);
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
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (by, browser) = await started.Value;
            await browser.DisposeAsync();
            by.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Args =
                [
                    // Chromium's sandbox refuses to run as root, as tests in containers do.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--in-process-gpu",
                    "--disable-background-networking",
                    "--no-first-run",
                ],
            }
        );
        return (playwright, browser);
    }
}
