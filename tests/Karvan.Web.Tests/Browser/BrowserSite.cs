using Karvan.Web.Tests.Parts;
using Microsoft.Playwright;

namespace Karvan.Web.Tests.Browser;

/// <summary>The site on a port of its own, seen in Chromium.</summary>
public sealed class BrowserSite : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly QuietSite site = new();
    private readonly string address;

    public BrowserSite(Chromium chromium)
    {
        this.chromium = chromium;
        site.UseKestrel(0);
        site.StartServer();
        address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>A page of a fresh visitor who has chosen a language and a theme, with axe where it has scripts.</summary>
    public async Task<VisitedPage> VisitAsync(
        string path,
        string language,
        string theme,
        int width,
        bool scripts = true
    )
    {
        var context = await chromium.Visitor(address, language, theme, width, scripts);
        if (scripts)
        {
            await Axe.Bring(context);
        }
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
