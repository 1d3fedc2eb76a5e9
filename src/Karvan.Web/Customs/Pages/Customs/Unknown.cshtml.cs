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
        var list = new ListTable<UnknownExporter>(
            "customs.unknown.list",
            $"unknown-{Import.Number}",
            "-exports",
            columns
        )
        {
            PageSize = 50,
            EmptyKey = "customs.unknown.none",
        };
        var ask = list.Ask(Request);
        var all = await search.Unknown(Import, Cancellation);
        var found = ShortTable.Pick(all, columns, ask, words);
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        Table = list.View(ask, found);
        return Page();
    }
}
