using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>
/// A customs file on its way. Parts are sent here by the script of the page, or by anything that can POST bytes with the
/// place where they begin; how far the file is can be asked at any time.
/// </summary>
[Asks(nameof(CustomsActs.ImportCustoms))]
[DisableRequestSizeLimit]
public sealed class CustomsUploadModel(KarvanContext db, TakeParts take, DropUpload drop)
    : RecordPage<CustomsFile>
{
    public CustomsFile Sent => Record;

    public Guid? Import { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Import = (await take.Where(id, HttpContext.RequestAborted))?.Import;
        return Page();
    }

    public async Task<IActionResult> OnGetStateAsync(Guid id) =>
        Told((await take.Where(id, HttpContext.RequestAborted))!);

    public async Task<IActionResult> OnPostPartsAsync(Guid id, long from)
    {
        if (HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } patience)
        {
            // A slow line is no attack: who is silent for long is cut off all the same.
            patience.MinDataRate = null;
        }
        var taken = await take.Run(id, from, Request.Body, HttpContext.RequestAborted);
        return taken.Refused switch
        {
            null => Told(taken.Value),
            ImportRefusal.NotFound => NotFound(),
            // Somebody, perhaps this sender before its line broke, is further: here is how far.
            ImportRefusal.WrongPlace or ImportRefusal.NotComing => Told(
                (await take.Where(id, HttpContext.RequestAborted))!,
                StatusCodes.Status409Conflict
            ),
            _ => BadRequest(),
        };
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id)
    {
        await drop.Run(id, HttpContext.RequestAborted);
        return Redirect(Links.Customs.Index);
    }

    private static JsonResult Told(UploadState state, int status = StatusCodes.Status200OK) =>
        new(
            new
            {
                received = state.Received,
                length = state.Length,
                to = state.Import is { } import ? Links.Customs.Map(import) : null,
            }
        )
        {
            StatusCode = status,
        };

    protected override Task<CustomsFile?> Find(Guid id) =>
        db.CustomsFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(CustomsFile record) => [record.Subject];
}
