using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Claims;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Claims;

/// <summary>The claims to firms that somebody settles or looks after; the expert's worklist with the filter on those that wait.</summary>
[Asks(nameof(RegistryActs.ListClaims))]
public sealed class ClaimListModel(ClaimSearch search, PageTexts words) : ListPage<ClaimRow>(words)
{
    protected override ValueTask<ListTable<ClaimRow>> Describe() =>
        new(new ListTable<ClaimRow>("claim.list", "firm-claims", ClaimQuery.ByAge, Columns()));

    protected override ValueTask<FoundRows<ClaimRow>> Rows(
        ListTable<ClaimRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new ClaimQuery(
                    ask.Filter(ClaimQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<ClaimState>("state"),
                    ask.Order
                )
            )
        );

    private Column<ClaimRow>[] Columns() =>
        [
            new(
                ClaimQuery.ByFirm,
                "claim.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Enterprises.Details(r.EnterpriseId) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "person",
                "claim.person",
                r => Cell.Text(r.Person) with { Href = Links.Claims.Details(r.Id) }
            ),
            CommonColumns.Province<ClaimRow>(r => r.Province, W),
            new("state", "claim.state", r => Cell.Status(ClaimStatus.Of(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<ClaimState>(s => W[$"claim.state.{s}"]),
            },
            new(ClaimQuery.ByAge, "claim.made", r => Cell.Day(TehranTime.DayOf(r.MadeAt)))
            {
                Sorts = true,
            },
        ];
}
