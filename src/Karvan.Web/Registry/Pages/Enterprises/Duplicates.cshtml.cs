using Karvan.Registry.Authorization;
using Karvan.Registry.Duplicates;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Enterprises;

/// <summary>Pairs of registrations that may be one firm, the likeliest first, among those an expert may merge.</summary>
[Asks(nameof(RegistryActs.SucceedEnterprise))]
public sealed class EnterpriseDuplicatesModel(DuplicateSearch search, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;
    private const int MostInFile = 10_000;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Column<DuplicatePair>[] columns =
        [
            new(
                "first",
                "twins.first",
                p => Name(p.First) with { Href = Links.Enterprises.Duplicate(p.Pair.Id) }
            ),
            new("second", "twins.second", p => Name(p.Second)),
            new("signs", "twins.signs", p => Cell.Said(DuplicateTexts.Signs(p.Signs, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. DuplicateTexts.All.Select(s => new FieldChoice(
                        s.ToString(),
                        words[$"twins.sign.{s}"]
                    )),
                ],
            },
            new(
                "province",
                "enterprise.province",
                p => Cell.Text(PlaceNames.Province(p.First.Province, words))
            ),
            new(
                "other-province",
                "twins.other-province",
                p => Cell.Text(PlaceNames.Province(p.Second.Province, words))
            ),
        ];
        var ask = TableAsk.Of(Request, columns, "-signs", PageSize);
        DuplicateSigns? sign = Enum.TryParse<DuplicateSigns>(ask.Filter("signs"), out var asked)
            ? asked
            : null;
        if (ask.Download is { } format)
        {
            var (all, _) = await search.Find(sign, 0, MostInFile, HttpContext.RequestAborted);
            return new TableFile<DuplicatePair>(
                format,
                "duplicates",
                columns,
                all.ToAsyncEnumerable()
            );
        }
        var (pairs, total) = await search.Find(
            sign,
            ask.Skip,
            PageSize,
            HttpContext.RequestAborted
        );
        Table = TableView.Of("", "twins.list", ask, columns, pairs, total) with
        {
            EmptyKey = "twins.none",
        };
        return Page();
    }

    private static Cell Name(Enterprise firm) => Cell.Text(firm.NameFa);
}
