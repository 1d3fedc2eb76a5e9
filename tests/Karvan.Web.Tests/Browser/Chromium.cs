using Microsoft.Playwright;

namespace Karvan.Web.Tests.Browser;

/// <summary>The Chromium of this machine.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>What to say where there is none.</summary>
    public const string Missing =
        "There is no Chromium on this machine; KARVAN_CHROMIUM may name one.";

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) =>
        (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    private static string? Program { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("KARVAN_CHROMIUM"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(path => path is { Length: > 0 } && File.Exists(path));

    /// <returns>Null where there is none.</returns>
    public static async Task<Chromium?> Start()
    {
        if (Program is null)
        {
            return null;
        }
        var started = await Playwright.CreateAsync();
        var browser = await started.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
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
        return new Chromium(started, browser);
    }

    /// <summary>A fresh visitor who has chosen a language and a theme.</summary>
    public async Task<IBrowserContext> Visitor(
        string address,
        string language,
        string theme,
        int width,
        bool scripts = true
    )
    {
        var context = await Browser.NewContextAsync(
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
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
