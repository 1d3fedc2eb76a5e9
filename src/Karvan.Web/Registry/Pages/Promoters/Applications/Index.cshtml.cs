using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>The applications somebody may see: what waits for the staff first.</summary>
[Asks(nameof(RegistryActs.ReadPromoterApplications))]
public sealed class ApplicationListModel(PromoterWorklist worklist, PageWords words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, WorklistQuestion.ByTurn, PageSize);
        var question = new WorklistQuestion(
            Actor.PersonId,
            ask.Filter(WorklistQuestion.ByName),
            ask.Filter("province"),
            Enum.TryParse<PromoterState>(ask.Filter(WorklistQuestion.ByTurn), out var state)
                ? state
                : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<ApplicationRow>(
                format,
                "promoter-applications",
                columns,
                worklist.All(question)
            );
        }
        var (rows, total) = await worklist.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "promoter-applications.list", ask, columns, rows, total);
        return Page();
    }

    private Column<ApplicationRow>[] Columns() =>
        [
            new(
                WorklistQuestion.ByName,
                "promoter.name",
                r =>
                    Cell.Text(PromoterWords.Name(r.NameFa, r.NameEn, words)) with
                    {
                        Href = $"/promoters/applications/{r.Id}",
                    }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "province",
                "promoter.province",
                r => Cell.Text(PlaceNames.Province(r.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new(
                WorklistQuestion.ByTurn,
                "promoter.state-label",
                r => Cell.Status(PromoterWords.Status(r.State))
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<PromoterState>()
                        .Where(s => s is not PromoterState.Draft)
                        .Select(s => new FieldChoice(
                            s.ToString(),
                            words[PromoterWords.Status(s).TextKey]
                        )),
                ],
            },
            new("interviews", "promoter.interviews", r => Cell.Number(r.Interviews))
            {
                Numeric = true,
            },
            new(
                WorklistQuestion.ByAge,
                "promoter.submitted-on",
                r => Cell.Day(TehranTime.DayOf(r.SubmittedAt))
            )
            {
                Sorts = true,
            },
        ];
}
