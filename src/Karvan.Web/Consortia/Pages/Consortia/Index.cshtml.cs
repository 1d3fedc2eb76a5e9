using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>The consortia somebody may see: an expert's province, the whole country, or those of a firm.</summary>
[Asks(nameof(ConsortiaActs.ReadConsortium))]
public sealed class ConsortiumListModel(
    ConsortiumSearch search,
    ReferenceShelf shelf,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public bool MayRecord => Decision.AllowsSome(Actor, ConsortiaActs.RecordConsortium);

    public async Task<IActionResult> OnGetAsync()
    {
        var today = TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var groups = await shelf.Rows<ProductGroup>(HttpContext.RequestAborted);
        var columns = Columns(ConsortiumForm.GroupChoices(groups, words));
        var ask = TableAsk.Of(Request, columns, ConsortiumQuery.ByName, PageSize);
        var question = new ConsortiumQuery(
            ask.Filter("name"),
            ask.Filter("province"),
            Enum.TryParse<ConsortiumState>(ask.Filter("state"), out var state) ? state : null,
            ask.Filter("product"),
            null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<ConsortiumRow>(
                format,
                "consortia",
                columns,
                search.All(question, today)
            );
        }
        var (rows, total) = await search.Find(question, today, HttpContext.RequestAborted);
        Table = TableView.Of("", "consortia.list", ask, columns, rows, total);
        return Page();
    }

    private Column<ConsortiumRow>[] Columns(IReadOnlyList<FieldChoice> groups) =>
        [
            new(
                ConsortiumQuery.ByName,
                "consortium.name",
                c => Cell.Text(c.NameFa) with { Href = Links.Consortia.Details(c.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "province",
                "enterprise.province",
                c => Cell.Text(PlaceNames.Province(c.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("product", "consortium.product-line", c => Cell.Text(c.ProductLine))
            {
                Filter = ColumnFilter.Choice,
                Choices = groups,
            },
            new("members", "consortium.members", c => Cell.Number(c.Members)) { Numeric = true },
            new("number", "consortium.number", c => Cell.Registration(c.RegistrationNumber)),
            new(ConsortiumQuery.ByDay, "consortium.registered", c => Cell.Day(c.RegisteredOn))
            {
                Sorts = true,
            },
            new("state", "enterprise.state", c => Cell.Status(ConsortiumStatus.Of(c.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<ConsortiumState>()
                        .Select(s => new FieldChoice(
                            s.ToString(),
                            words[ConsortiumStatus.Of(s).TextKey]
                        )),
                ],
            },
        ];
}
