using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Era;

/// <summary>The certificates somebody may see; the expert's worklist with the filter on those that wait.</summary>
[Asks(nameof(RegistryActs.ReadEnterprise))]
public sealed class CertificateListModel(
    EraCertificateSearch search,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, EraCertificateQuery.ByAge, PageSize);
        var question = new EraCertificateQuery(
            ask.Filter(EraCertificateQuery.ByFirm),
            ask.Filter("province"),
            Enum.TryParse<EraCertificateState>(ask.Filter("state"), out var state) ? state : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<EraCertificateRow>(
                format,
                "era-certificates",
                columns,
                search.All(question)
            );
        }
        var (rows, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "era.list", ask, columns, rows, total);
        return Page();
    }

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
            new(
                "province",
                "enterprise.province",
                r => Cell.Text(PlaceNames.Province(r.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("state", "era.state", r => Cell.Status(EraStatus.Of(r, today)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<EraCertificateState>()
                        .Select(s => new FieldChoice(s.ToString(), words[$"era.state.{s}"])),
                ],
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
