using System.Text;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Values;
using Karvan.Rules.Scoring;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Results;

/// <summary>A file of a result.</summary>
public enum ResultFile
{
    Scores,
    Exporters,
    Evidence,
    Compliance,
}

/// <summary>A result as it was frozen: ranks and totals, and the files by which anybody computes it again.</summary>
[Asks(nameof(EvaluationActs.ReadResult))]
public sealed class ResultDetailsModel(
    CampaignSearch campaigns,
    ResultSearch search,
    PageTexts words
) : RecordPage<CampaignResult>
{
    private IReadOnlyList<NamedResultRow> rows = [];

    public Campaign Campaign { get; private set; } = null!;

    public TableView Rows { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var list = new ListTable<NamedResultRow>("result.rows", "result", "place", Columns());
        var ask = list.Ask(Request);
        var found = ShortTable.Pick(rows, list.Columns, ask, words);
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        Rows = await list.View(ask, found, Cancellation);
        return Page();
    }

    /// <summary>As the command line has it.</summary>
    public static string NameOf(ResultFile file) => $"{file}".ToLowerInvariant() + ".csv";

    public IActionResult OnGetFile(string? name) =>
        EnumNames.Of<ResultFile>(name ?? "") is { } file
            ? File(
                Encoding.UTF8.GetBytes(
                    file switch
                    {
                        ResultFile.Scores => Record.Scores,
                        ResultFile.Exporters => Record.Exporters,
                        ResultFile.Evidence => Record.Evidence,
                        _ => Record.Compliance,
                    }
                ),
                "text/csv; charset=utf-8",
                NameOf(file)
            )
            : NotFound();

    protected override Task<CampaignResult?> Find(Guid id) => search.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(CampaignResult record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Campaign =
            await campaigns.One(Record.CampaignId, Cancellation)
            ?? throw new InvalidOperationException($"The campaign of {Record.Id} is not seen.");
        rows = await search.Rows(Record.Id, Cancellation);
        return null;
    }

    private List<Column<NamedResultRow>> Columns() =>
        [
            new("place", "result.place", r => Cell.Number(r.Row.Place + 1))
            {
                Numeric = true,
                Sorts = true,
            },
            new(
                "province",
                "enterprise.province",
                r => Cell.Text(PlaceNames.Province(r.Row.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("rank", "result.rank", r => Cell.Number(r.Row.Rank))
            {
                Numeric = true,
                Sorts = true,
            },
            new(
                "firm",
                "dossier.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Cards.Preview(r.Row.ResultId, r.Row.Id) }
            )
            {
                Filter = ColumnFilter.Text,
            },
            new("total", "result.total", r => Cell.Number(r.Row.Total, 2))
            {
                Numeric = true,
                Sorts = true,
            },
            new("status", "result.status", r => Cell.Status(StatusOf(r.Row.Status))),
        ];

    private static Status StatusOf(ExporterStatus status) =>
        new(
            $"result.status.{status}",
            status switch
            {
                ExporterStatus.Winner => StatusKind.Good,
                ExporterStatus.Tied => StatusKind.Now,
                ExporterStatus.Removed => StatusKind.Bad,
                ExporterStatus.Ranked => StatusKind.Quiet,
                _ => StatusKind.Going,
            }
        );
}
