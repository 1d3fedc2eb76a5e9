using Karvan.Platform.Audit;
using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Jobs;

/// <summary>One job: how far it is, who has it, why it failed; to stop it or to try it again.</summary>
[Asks(nameof(PlatformActs.ReadJobs))]
public sealed class JobDetailsModel(
    JobSearch search,
    CancelJob cancel,
    RetryJob retry,
    AuditTrail trail,
    PageTexts words
) : RecordPage<Job>
{
    public Job Job => Record;

    public ActivityTrail Trail { get; private set; } = null!;

    public bool MayKeep => May(PlatformActs.KeepJobs, Job.Subject);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        return await Show();
    }

    [Asks(nameof(PlatformActs.KeepJobs))]
    public async Task<IActionResult> OnPostCancelAsync(Guid id) =>
        await After(id, (await cancel.Run(id, HttpContext.RequestAborted)).Refused);

    [Asks(nameof(PlatformActs.KeepJobs))]
    public async Task<IActionResult> OnPostRetryAsync(Guid id) =>
        await After(id, (await retry.Run(id, HttpContext.RequestAborted)).Refused);

    private async Task<IActionResult> After(Guid id, JobRefusal? refused)
    {
        if (refused is null)
        {
            return Redirect(Links.Jobs.Details(id));
        }
        ModelState.AddModelError("", $"job.refused.{refused}");
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        Trail = EventTexts.Trail(await trail.Of(Job.Subject, HttpContext.RequestAborted), words);
        return Page();
    }

    protected override Task<Job?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Job record) => [record.Subject];
}
