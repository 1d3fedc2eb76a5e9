using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Desk;

/// <summary>Background work that was given up, and waits for somebody to try it again.</summary>
internal sealed class FailedJobs(JobSearch search, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, PlatformActs.KeepJobs))
        {
            return [];
        }
        var (jobs, total) = await search
            .Rows(new JobQuery(JobState.Failed))
            .Page(0, PendingWork.Most, cancellation);
        return total == 0
            ? []
            :
            [
                new(
                    words["work.jobs-failed"],
                    [
                        .. jobs.Select(j => new PendingRecord(
                            words[$"job.kind.{j.Kind}"],
                            Links.Jobs.Details(j.Id),
                            j.EndedAt ?? j.AskedAt
                        )),
                    ],
                    total,
                    Links.Jobs.Index.With("f-state", "Failed")
                ),
            ];
    }
}
