using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>The certificates somebody may see; the expert's worklist with the filter on those that wait.</summary>
[Asks(nameof(RegistryActs.ReadEraCertificate))]
public sealed class CertificateListModel(
    EraCertificateSearch search,
    TimeProvider clock,
    PageTexts words
) : ListPage<EraCertificateRow>(words)
{
    protected override ValueTask<ListTable<EraCertificateRow>> Describe() =>
        new(
            new ListTable<EraCertificateRow>(
                "era.list",
                "era-certificates",
                EraCertificateQuery.ByAge,
                Columns()
            )
        );

    protected override ValueTask<FoundRows<EraCertificateRow>> Rows(
        ListTable<EraCertificateRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new EraCertificateQuery(
                    ask.Filter(EraCertificateQuery.ByFirm),
                    ask.Filter("province"),
                    ask.Choice<EraCertificateState>("state"),
                    ask.Order
                )
            )
        );

    private Column<EraCertificateRow>[] Columns()
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return
        [
            new(
                EraCertificateQuery.ByFirm,
                "era.firm",
                r => Cell.Text(r.Firm) with { Href = Links.Enterprises.Details(r.EnterpriseId) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "number",
                "era.number",
                r => Cell.Code(r.Number) with { Href = Links.Era.Certificate(r.EnterpriseId, r.Id) }
            ),
            CommonColumns.Province<EraCertificateRow>(r => r.Province, W),
            new("state", "era.state", r => Cell.Status(EraStatus.Of(r, today)))
            {
                Filter = ColumnFilter.Choice,
                Choices = FieldChoice.Of<EraCertificateState>(s => W[$"era.state.{s}"]),
            },
            new("score", "era.score", r => Cell.Number(r.Score / 100m, 2)) { Numeric = true },
            new("issued", "era.issued", r => Cell.Day(r.IssuedOn)),
            new(EraCertificateQuery.ByEnd, "era.expires", r => Cell.Day(r.ExpiresOn))
            {
                Sorts = true,
            },
            new(EraCertificateQuery.ByAge, "era.added", r => Cell.Day(TehranTime.DayOf(r.AddedAt)))
            {
                Sorts = true,
            },
        ];
    }
}
