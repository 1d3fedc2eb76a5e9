using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Platform.Papers;
using Karvan.Web.Authorization;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>Files the signed paper beside what was printed.</summary>
[Asks(nameof(PlatformActs.IssuePapers)), TakesFiles]
public sealed class SignedCopyModel(PaperSearch search, FileSignedCopy copy, FileLimits limits)
    : PaperPage(search)
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        var file = File.Taken(ModelState, nameof(File), limits);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await copy.Run(id, version, file, Cancellation);
        if (done.Refused is not { } refusal)
        {
            return Redirect(Links.Papers.Details(id));
        }
        ModelState.AddModelError(
            refusal is PaperRefusal.FileMissing or PaperRefusal.FileInfected ? nameof(File) : "",
            refusal switch
            {
                PaperRefusal.FileMissing => FileTexts.Reason(FileRefusal.Missing, limits),
                PaperRefusal.FileInfected => FileTexts.Reason(FileRefusal.Infected, limits),
                _ => $"paper.refused.{refusal}",
            }
        );
        return Page();
    }

    protected override Task<IActionResult?> Open() =>
        Task.FromResult<IActionResult?>(MayIssue ? null : Forbid());
}
