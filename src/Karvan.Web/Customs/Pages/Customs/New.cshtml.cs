using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.Files;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>
/// Sends a customs file. Where scripts run it goes in parts and survives a broken line; without them it goes as any form
/// does, in one piece.
/// </summary>
[Asks(nameof(CustomsActs.ImportCustoms))]
[TakesCustomsFiles]
public sealed class ImportNewModel(
    BeginUpload begin,
    TakeParts take,
    CustomsLimits limits,
    PageTexts words
) : KarvanPage
{
    [BindProperty]
    public string? Reach { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public long Largest => limits.Largest;

    public IReadOnlyList<FieldChoice> Reaches => ImportReaches.Of(Actor, words);

    public void OnGet() => Reach = Reaches is [var only] ? only.Value : null;

    /// <summary>The whole file with the form.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Province() is not { } reach)
        {
            return Page();
        }
        var sent = TakenFile.Of(File);
        if (!sent.Done)
        {
            ModelState.AddModelError(nameof(File), Reason(sent.Refused!.Value));
            return Page();
        }
        var cancellation = HttpContext.RequestAborted;
        var file = await begin.Run(
            sent.Value.Name,
            sent.Value.Length,
            reach.Length == 0 ? null : reach,
            cancellation
        );
        if (!file.Done)
        {
            ModelState.AddModelError(nameof(File), $"customs.refused.{file.Refused}");
            return Page();
        }
        var state = await take.Run(file.Value.Id, 0, sent.Value.Read(), cancellation);
        return Redirect(
            state is { Done: true, Value.Import: { } import }
                ? Links.Customs.Map(import)
                : Links.Customs.Upload(file.Value.Id)
        );
    }

    /// <summary>Begins a file that comes in parts; the script asks for it.</summary>
    public async Task<IActionResult> OnPostBeginAsync(string? name, long length)
    {
        if (Province() is not { } reach)
        {
            return BadRequest();
        }
        var file = await begin.Run(
            name,
            length,
            reach.Length == 0 ? null : reach,
            HttpContext.RequestAborted
        );
        return file.Done
            ? new JsonResult(new { to = Links.Customs.Upload(file.Value.Id) })
            : BadRequest();
    }

    /// <returns>Null where none was chosen that they may import; empty for the country.</returns>
    private string? Province()
    {
        if (Reaches.Any(r => r.Value == Reach))
        {
            return Reach == ImportReaches.Country ? "" : Reach;
        }
        ModelState.AddModelError(nameof(Reach), "customs.reach-missing");
        return null;
    }

    private string Reason(FileRefusal refused) =>
        refused switch
        {
            FileRefusal.Missing => "customs.file-missing",
            FileRefusal.TooLarge => $"customs.file-too-large|size={Largest / 1048576m:0.#}",
            _ => $"file.refused.{refused}",
        };
}
