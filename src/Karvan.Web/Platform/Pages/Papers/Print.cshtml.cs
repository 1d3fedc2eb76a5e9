using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>A paper as it is printed: from its sheet alone, so that it never looks otherwise than when it was signed.</summary>
[Asks(nameof(PlatformActs.ReadPapers))]
public sealed class PaperPrintModel(PaperSearch search) : PaperPage(search)
{
    public PaperSheet Sheet { get; private set; } = null!;

    public void OnGet() { }

    protected override Task<IActionResult?> Open()
    {
        Sheet = Paper.Sheet;
        return Task.FromResult<IActionResult?>(null);
    }
}
