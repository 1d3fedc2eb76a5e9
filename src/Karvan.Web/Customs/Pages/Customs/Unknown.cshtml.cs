using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>Exporters of an import that no firm is known by; their lines wait for it.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportUnknownModel(ImportSearch search, PageTexts words) : ImportPage(search)
{
    private const int PageSize = 50;

    private readonly ImportSearch search = search;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Column<UnknownExporter>[] columns =
        [
            new("exporter", "customs.exporter", e => Cell.Registration(e.Exporter))
            {
                Filter = ColumnFilter.Text,
            },
            new("lines", "customs.report.lines", e => Cell.Number(e.Lines))
            {
                Numeric = true,
                Sorts = true,
            },
            new("exports", "customs.exports-usd", e => Cell.Number(e.ExportCents / 100m, 2))
            {
                Numeric = true,
                Sorts = true,
            },
        ];
        var ask = TableAsk.Of(Request, columns, "-exports", PageSize);
        var all = await search.Unknown(Import, HttpContext.RequestAborted);
        var found = ShortTable.Pick(all, columns, ask, words);
        if (ask.Download is { } format)
        {
            return new TableFile<UnknownExporter>(
                format,
                $"unknown-{Import.Number}",
                columns,
                found.ToAsyncEnumerable()
            );
        }
        Table = TableView.Of(
            "",
            "customs.unknown.list",
            ask,
            columns,
            found.Skip(ask.Skip).Take(PageSize),
            found.Count
        ) with
        {
            EmptyKey = "customs.unknown.none",
        };
        return Page();
    }
}
