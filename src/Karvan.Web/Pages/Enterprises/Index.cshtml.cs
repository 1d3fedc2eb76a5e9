using Karvan.Core.Accounts;
using Karvan.Core.Reference;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Access;
using Karvan.Web.Parts.Fields;
using Karvan.Web.Parts.Tables;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Core.Accounts.Access;

namespace Karvan.Web.Pages.Enterprises;

/// <summary>The firms somebody may see: found by words, province, state and size; downloaded as they are filtered.</summary>
[Asks(Act.ReadEnterprise)]
public sealed class IndexModel(
    EnterpriseSearch search,
    ReferenceShelf shelf,
    TimeProvider clock,
    PageWords words
) : KarvanPage
{
    private const int PageSize = 25;
    private const string MergedState = "Merged";

    public TableView Table { get; private set; } = null!;

    public bool MayMerge => Decision.AllowsSome(Actor, Act.SucceedEnterprise);

    public async Task<IActionResult> OnGetAsync()
    {
        // Today's thresholds: the list shows how large the firms are now.
        var sizes = (await shelf.Sizes(HttpContext.RequestAborted)).On(
            TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)
        );
        var columns = Columns(sizes);
        var ask = TableAsk.Of(Request, columns, EnterpriseQuestion.ByName, PageSize);
        var question = new EnterpriseQuestion(
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
                EnterpriseQuestion.ByName,
                "enterprise.name",
                r => Cell.Text(r.NameFa) with { Href = $"/enterprises/{r.Id}" }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("number", "enterprise.number", r => Cell.Registration(r.Number)),
            new("province", "enterprise.province", r => Cell.Text(ProvinceName(r.Province, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices = ProvinceChoices(words),
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
                        .Select(s => new Answer(
                            s.ToString(),
                            words[EnterpriseStatus.Of(s).TextKey]
                        )),
                    new Answer(MergedState, words[EnterpriseStatus.Merged.TextKey]),
                ],
            },
            new(
                EnterpriseQuestion.ByEmployees,
                "enterprise.employees",
                r => Cell.Number(r.Employees)
            )
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
                        .Select(s => new Answer(s.ToString(), words[$"size.{s}"])),
                ],
            },
            new(
                EnterpriseQuestion.ByAge,
                "enterprise.registered",
                r => Cell.Day(TehranTime.DayOf(r.RegisteredAt))
            )
            {
                Sorts = true,
            },
        ];

    internal static string ProvinceName(string code, PageWords words) =>
        ReferenceTable.Provinces.Name(code, words.Language);

    internal static IReadOnlyList<Answer> ProvinceChoices(PageWords words) =>
        [
            .. ReferenceTable
                .Provinces.Rows.Select(p => (p.Id, Name: ProvinceName(p.Id, words)))
                .OrderBy(p => PersianText.SortKey(p.Name), StringComparer.Ordinal)
                .Select(p => new Answer(p.Id, PageWords.Name(p.Name))),
        ];
}
