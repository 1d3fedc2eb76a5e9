using Karvan.Consortia;
using Karvan.Platform.Authorization;
using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Consortia.Pages.Consortia;

/// <summary>The consortia somebody may see: an expert's province, the whole country, or those of a firm.</summary>
[Asks(nameof(ConsortiaActs.ReadConsortium))]
public sealed class ConsortiumListModel(
    ConsortiumSearch search,
    ReferenceShelf shelf,
    TimeProvider clock,
    PageTexts words
) : ListPage<ConsortiumRow>(words)
{
    public bool MayRecord => Decision.AllowsSome(Actor, ConsortiaActs.RecordConsortium);

    protected override async ValueTask<ListTable<ConsortiumRow>> Describe()
    {
        var groups = await shelf.Rows<ProductGroup>(Cancellation);
        return new(
            "consortia.list",
            "consortia",
            ConsortiumQuery.ByName,
            Columns(ConsortiumForm.GroupChoices(groups, W))
        );
    }

    protected override ValueTask<FoundRows<ConsortiumRow>> Rows(
        ListTable<ConsortiumRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new ConsortiumQuery(
                    ask.Filter(ConsortiumQuery.ByName),
                    ask.Filter("province"),
                    ask.Choice<ConsortiumState>("state"),
                    ask.Filter("product"),
                    Order: ask.Order
                ),
                TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)
            )
        );

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
            CommonColumns.Province<ConsortiumRow>(c => c.Province, W),
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
                Choices = FieldChoice.Of<ConsortiumState>(s => W[ConsortiumStatus.Of(s).TextKey]),
            },
        ];
}
