using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Platform.Searching;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;

namespace Karvan.Web.Platform.Pages.Jobs;

/// <summary>Work that outlives requests: what waits, runs, failed.</summary>
[Asks(nameof(PlatformActs.ReadJobs))]
public sealed class JobListModel(JobSearch search, PageTexts words) : ListPage<Job>(words)
{
    protected override ValueTask<ListTable<Job>> Describe() =>
        new(new ListTable<Job>("job.list", "jobs", "-asked", Columns()) { EmptyKey = "job.none" });

    protected override ValueTask<FoundRows<Job>> Rows(ListTable<Job> list, TableAsk ask) =>
        new(search.Rows(new JobQuery(ask.Choice<JobState>("state"), ask.Filter("kind"))));

    private Column<Job>[] Columns() =>
        [
            new(
                "kind",
                "job.kind",
                j => Cell.Said(JobStatus.Kind(j, W)) with { Href = Links.Jobs.Details(j.Id) }
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. WebModules.JobKinds.Select(k => new FieldChoice(
                        k.Kind,
                        W[$"job.kind.{k.Kind}"]
                    )),
                ],
            },
            new("province", "enterprise.province", j => Cell.Said(ProvinceOf(j))),
            new("state", "enterprise.state", j => Cell.Status(JobStatus.Of(j.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<JobState>(s => W[$"job.state.{s}"]),
            },
            new(
                "progress",
                "job.at",
                j =>
                    JobStatus.Progress(j, W) is { } at && !j.IsOver
                        ? Cell.Said(at)
                        : Cell.Text(null)
            ),
            new("tries", "job.tries", j => Cell.Number(j.Tries)) { Numeric = true },
            new("by", "job.asked-by", j => Cell.Said(W.Author(j.AskedBy, j.AskedById))),
            new("asked", "job.asked", j => Cell.Said(W.Moment(Utc(j.AskedAt)))),
        ];

    private Said ProvinceOf(Job job) =>
        job.Province is { } code
            ? PageTexts.Name(PlaceNames.Province(code, W))
            : W["customs.country"];

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);
}
