using Karvan.Core.Accounts;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Karvan.Rules.Reference;
using Karvan.Web.Access;
using Karvan.Web.Parts.Fields;
using Karvan.Web.Parts.Tables;
using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Pages.Enterprises;

/// <summary>The firms somebody may see: found by words, province and state; downloaded as they are filtered.</summary>
[Asks(Act.ReadEnterprise)]
public sealed class IndexModel(EnterpriseSearch search, PageWords words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, EnterpriseQuestion.ByName, PageSize);
        var question = new EnterpriseQuestion(
            ask.Filter("name"),
            ask.Filter("province"),
            Enum.TryParse<VerificationState>(ask.Filter("state"), out var state) ? state : null,
            ask.Sort,
            ask.Descending,
            ask.Page,
            PageSize
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

    private Column<EnterpriseRow>[] Columns() =>
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
            new("number", "enterprise.number", r => Cell.Code(r.Number)),
            new("province", "enterprise.province", r => Cell.Text(ProvinceName(r.Province, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices = ProvinceChoices(words),
            },
            new("state", "enterprise.state", r => Cell.Status(EnterpriseStatus.Of(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<VerificationState>()
                        .Select(s => new Answer(
                            s.ToString(),
                            words[EnterpriseStatus.Of(s).TextKey]
                        )),
                ],
            },
            new("employees", "enterprise.employees", r => Cell.Number(r.Employees))
            {
                Numeric = true,
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
        ReferenceTable.Provinces.Name(code, words.InRules);

    internal static IReadOnlyList<Answer> ProvinceChoices(PageWords words) =>
        [
            .. ReferenceTable
                .Provinces.Rows.Select(p => (p.Id, Name: ProvinceName(p.Id, words)))
                .OrderBy(p => PersianText.SortKey(p.Name), StringComparer.Ordinal)
                .Select(p => new Answer(p.Id, PageWords.Name(p.Name))),
        ];
}
