using Karvan.Platform.Authorization;
using Karvan.Platform.Jobs;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Platform.Pages.Jobs;

/// <summary>Work that outlives requests: what waits, runs, failed.</summary>
[Asks(nameof(PlatformActs.ReadJobs))]
public sealed class JobListModel(JobSearch search, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, "-asked", PageSize);
        var question = new JobQuery(
            Enum.TryParse<JobState>(ask.Filter("state"), out var state) ? state : null,
            ask.Filter("kind"),
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<Job>(format, "jobs", columns, search.All(question));
        }
        var (jobs, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "job.list", ask, columns, jobs, total) with
        {
            EmptyKey = "job.none",
        };
        return Page();
    }

    private Column<Job>[] Columns() =>
        [
            new(
                "kind",
                "job.kind",
                j => Cell.Said(JobStatus.Kind(j, words)) with { Href = Links.Jobs.Details(j.Id) }
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. WebModules.JobKinds.Select(k => new FieldChoice(
                        k.Kind,
                        words[$"job.kind.{k.Kind}"]
                    )),
                ],
            },
            new("province", "enterprise.province", j => Cell.Said(ProvinceOf(j))),
            new("state", "enterprise.state", j => Cell.Status(JobStatus.Of(j.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<JobState>()
                        .Select(s => new FieldChoice(s.ToString(), words[$"job.state.{s}"])),
                ],
            },
            new(
                "progress",
                "job.at",
                j =>
                    JobStatus.Progress(j, words) is { } at && !j.IsOver
                        ? Cell.Said(at)
                        : Cell.Text(null)
            ),
            new("tries", "job.tries", j => Cell.Number(j.Tries)) { Numeric = true },
            new("by", "job.asked-by", j => Cell.Said(words.Author(j.AskedBy, j.AskedById))),
            new("asked", "job.asked", j => Cell.Said(words.Moment(Utc(j.AskedAt)))),
        ];

    private Said ProvinceOf(Job job) =>
        job.Province is { } code
            ? PageTexts.Name(PlaceNames.Province(code, words))
            : words["customs.country"];

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);
}
