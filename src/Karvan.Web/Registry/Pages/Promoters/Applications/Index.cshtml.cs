using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>The applications somebody may see: what waits for the staff first.</summary>
[Asks(nameof(RegistryActs.ReadPromoterApplications))]
public sealed class ApplicationListModel(PromoterWorklist worklist, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, WorklistQuery.ByTurn, PageSize);
        var question = new WorklistQuery(
            Actor.PersonId,
            ask.Filter(WorklistQuery.ByName),
            ask.Filter("province"),
            Enum.TryParse<PromoterState>(ask.Filter(WorklistQuery.ByTurn), out var state)
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
                WorklistQuery.ByName,
                "promoter.name",
                r =>
                    Cell.Text(PromoterTexts.Name(r.NameFa, r.NameEn, words)) with
                    {
                        Href = Links.Promoters.Applications.Details(r.Id),
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
                WorklistQuery.ByTurn,
                "promoter.state-label",
                r => Cell.Status(PromoterTexts.Status(r.State))
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
                            words[PromoterTexts.Status(s).TextKey]
                        )),
                ],
            },
            new("interviews", "promoter.interviews", r => Cell.Number(r.Interviews))
            {
                Numeric = true,
            },
            new(
                WorklistQuery.ByAge,
                "promoter.submitted-on",
                r => Cell.Day(TehranTime.DayOf(r.SubmittedAt))
            )
            {
                Sorts = true,
            },
        ];
}
