using Karvan.Platform.Authorization;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Promoters;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Promoters.Applications;

/// <summary>The applications somebody may see: what waits for the staff first.</summary>
[Asks(nameof(RegistryActs.ReadPromoterApplications))]
public sealed class ApplicationListModel(PromoterWorklist worklist, PageTexts words)
    : ListPage<ApplicationRow>(words)
{
    protected override ValueTask<ListTable<ApplicationRow>> Describe() =>
        new(
            new ListTable<ApplicationRow>(
                "promoter-applications.list",
                "promoter-applications",
                WorklistQuery.ByTurn,
                Columns()
            )
        );

    protected override ValueTask<FoundRows<ApplicationRow>> Rows(
        ListTable<ApplicationRow> list,
        TableAsk ask
    ) =>
        new(
            worklist.Rows(
                new WorklistQuery(
                    Actor.PersonId,
                    ask.Filter(WorklistQuery.ByName),
                    ask.Filter("province"),
                    ask.Choice<PromoterState>(WorklistQuery.ByTurn),
                    ask.Order
                )
            )
        );

    private Column<ApplicationRow>[] Columns() =>
        [
            new(
                WorklistQuery.ByName,
                "promoter.name",
                r =>
                    Cell.Text(PromoterTexts.Name(r.NameFa, r.NameEn, W)) with
                    {
                        Href = Links.Promoters.Applications.Details(r.Id),
                    }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("province", "promoter.province", r => Cell.Text(PlaceNames.Province(r.Province, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(W),
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
                            W[PromoterTexts.Status(s).TextKey]
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
