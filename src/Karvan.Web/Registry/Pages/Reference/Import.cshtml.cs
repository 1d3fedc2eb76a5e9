using Karvan.Platform.Fields;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Takes a year's holidays at once, pasted as lines; a faulty line is named, and then nothing is added.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class HolidayImportModel(ImportHolidays import) : KarvanPage
{
    private const int LongestPaste = 40_000;

    [
        BindProperty,
        Field(
            "holiday-import.lines",
            Hint = "holiday-import.lines-hint",
            Longest = LongestPaste,
            Rows = 12
        )
    ]
    public string Lines { get; set; } = "";

    [BindProperty, KeptIn<Holiday>]
    public string? Source { get; set; }

    public HolidayImport? Done { get; private set; }

    public IActionResult OnGet() => Mine ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Mine)
        {
            return Forbid();
        }
        if (ModelState.IsValid)
        {
            Done = await import.Run(Lines, Source, cancellation: HttpContext.RequestAborted);
        }
        return Page();
    }

    private bool Mine =>
        May(RegistryActs.EditReference, ReferenceRow.SubjectOf(typeof(Holiday), null));
}
