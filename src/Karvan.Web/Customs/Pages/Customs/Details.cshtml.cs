using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Audit;
using Karvan.Platform.Jobs;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Drawings;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>One import: how far it is, its report, and what can be done with it.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportDetailsModel(
    ImportSearch search,
    StartReading start,
    DiscardImport discard,
    ImportAgain again,
    CancelJob cancel,
    AuditTrail trail,
    PageTexts words
) : ImportPage(search)
{
    private readonly ImportSearch search = search;

    public CustomsFile Sent { get; private set; } = null!;

    public Job? Job { get; private set; }

    public ImportReport? Report { get; private set; }

    public IReadOnlyList<CustomsImport> SameFile { get; private set; } = [];

    public Chart? Years { get; private set; }

    /// <summary>Why lines were rejected; null where none were.</summary>
    public TableView? Reasons { get; private set; }

    public TableView Sums { get; private set; } = null!;

    public ActivityTrail Trail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await Show();

    [Asks(nameof(CustomsActs.ImportCustoms))]
    public async Task<IActionResult> OnPostReadAsync(Guid id, int version)
    {
        var started = await start.Run(id, version, HttpContext.RequestAborted);
        return await After(started.Refused);
    }

    [Asks(nameof(CustomsActs.ImportCustoms))]
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, int version)
    {
        var discarded = await discard.Run(id, version, HttpContext.RequestAborted);
        return await After(discarded.Refused);
    }

    [Asks(nameof(CustomsActs.ImportCustoms))]
    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        var begun = await again.Run(id, HttpContext.RequestAborted);
        return begun.Done
            ? Redirect(Links.Customs.Map(begun.Value.Id))
            : await After(begun.Refused);
    }

    [Asks(nameof(CustomsActs.ImportCustoms))]
    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        if (await search.JobOf(Import, HttpContext.RequestAborted) is { } job)
        {
            await cancel.Run(job.Id, HttpContext.RequestAborted);
        }
        return Redirect(Links.Customs.Details(id));
    }

    /// <summary>The lines that were rejected, as CSV, with the reason in a word and in the reader's language.</summary>
    public IActionResult OnGetRejected() =>
        new PiecesFile(
            $"rejected-{Import.Number}.csv",
            "text/csv; charset=utf-8",
            ToldRejections.Of(
                search.Rejected(Import, HttpContext.RequestAborted),
                fault => words.Has($"fault.{fault}") ? words[$"fault.{fault}"].Bare : fault,
                HttpContext.RequestAborted
            )
        );

    private async Task<IActionResult> After(ImportRefusal? refused)
    {
        if (refused is not { } why)
        {
            return Redirect(Links.Customs.Details(Import.Id));
        }
        Say(why);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        var cancellation = HttpContext.RequestAborted;
        Sent = await search.FileOf(Import, cancellation);
        SameFile = await search.OfSameFile(Import, cancellation);
        Job = Import.State is ImportState.Reading ? await search.JobOf(Import, cancellation) : null;
        Report = Import.Report is { } json ? ImportReport.Parse(json) : null;
        if (Report is { } report)
        {
            Years = report.Years.Count > 0 ? ReportTables.Drawn(report, words) : null;
            Reasons =
                report.Rejected.Count > 0 ? ReportTables.Reasons(Request, report, words) : null;
            Sums = ReportTables.Sums(Request, report, words);
        }
        Trail = EventTexts.Trail(await trail.Of(Import.Subject, cancellation), words);
        return Page();
    }
}
