using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Karvan.Registry.Reference;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>The firms somebody may see: found by words, province, state and size; downloaded as they are filtered.</summary>
[Asks(nameof(RegistryActs.ReadEnterprise))]
public sealed class EnterpriseListModel(
    EnterpriseSearch search,
    ReferenceShelf shelf,
    TimeProvider clock,
    PageTexts words
) : KarvanPage
{
    private const int PageSize = 25;
    private const string MergedState = "Merged";

    public TableView Table { get; private set; } = null!;

    public bool MayMerge => Decision.AllowsSome(Actor, RegistryActs.SucceedEnterprise);

    public async Task<IActionResult> OnGetAsync()
    {
        // Today's thresholds: the list shows how large the firms are now.
        var sizes = (await shelf.Sizes(HttpContext.RequestAborted)).On(
            TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)
        );
        var columns = Columns(sizes);
        var ask = TableAsk.Of(Request, columns, EnterpriseQuery.ByName, PageSize);
        var question = new EnterpriseQuery(
            ask.Filter("name"),
            ask.Filter("province"),
            Enum.TryParse<VerificationState>(ask.Filter("state"), out var state) ? state : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize,
            ask.Filter("state") is MergedState,
            Enum.TryParse<EnterpriseSize>(ask.Filter("size"), out var size) && sizes is not null
                ? sizes.Range(size)
                : default
        );
        if (ask.Download is { } format)
        {
            return new TableFile<EnterpriseRow>(
                format,
                "enterprises",
                columns,
                search.All(question)
            );
        }
        var (rows, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "enterprises.list", ask, columns, rows, total);
        return Page();
    }

    private Column<EnterpriseRow>[] Columns(SizeThreshold? sizes) =>
        [
            new(
                EnterpriseQuery.ByName,
                "enterprise.name",
                r => Cell.Text(r.NameFa) with { Href = Links.Enterprises.Details(r.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("number", "enterprise.number", r => Cell.Registration(r.Number)),
            new(
                "province",
                "enterprise.province",
                r => Cell.Text(PlaceNames.Province(r.Province, words))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new(
                "state",
                "enterprise.state",
                r => Cell.Status(r.Merged ? EnterpriseStatus.Merged : EnterpriseStatus.Of(r.State))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<VerificationState>()
                        .Select(s => new FieldChoice(
                            s.ToString(),
                            words[EnterpriseStatus.Of(s).TextKey]
                        )),
                    new FieldChoice(MergedState, words[EnterpriseStatus.Merged.TextKey]),
                ],
            },
            new(EnterpriseQuery.ByEmployees, "enterprise.employees", r => Cell.Number(r.Employees))
            {
                Sorts = true,
                Numeric = true,
            },
            new(
                "size",
                "enterprise.size",
                r =>
                    r.Employees is { } count && sizes is not null
                        ? Cell.Said(words[$"size.{sizes.Of(count)}"])
                        : Cell.Text("")
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<EnterpriseSize>()
                        .Select(s => new FieldChoice(s.ToString(), words[$"size.{s}"])),
                ],
            },
            new(
                EnterpriseQuery.ByAge,
                "enterprise.registered",
                r => Cell.Day(TehranTime.DayOf(r.RegisteredAt))
            )
            {
                Sorts = true,
            },
        ];
}
