using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>What a firm and year has in this import and had in the one it was held against, the largest differences first.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportDifferencesModel(ImportSearch search, PageTexts words)
    : ImportPage(search)
{
    private readonly ImportSearch search = search;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var none = new Dictionary<string, (Guid Id, string Name)>(StringComparer.Ordinal);
        var list = new ListTable<CustomsDifference>(
            "customs.differences.list",
            $"differences-{Import.Number}",
            "-size",
            Columns(none)
        )
        {
            PageSize = 50,
            EmptyKey = "customs.differences.none",
        };
        var ask = list.Ask(Request);
        var found = search.Differences(Import);
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        // Firms are named on the screen alone, by the numbers of this page.
        var (rows, total) = await found.Page(ask.Skip, ask.PageSize, Cancellation);
        var firms = await search.Firms([.. rows.Select(r => r.Exporter)], Cancellation);
        Table = (list with { Columns = Columns(firms) }).View(ask, rows, total);
        return Page();
    }

    private Column<CustomsDifference>[] Columns(Dictionary<string, (Guid Id, string Name)> firms) =>
        [
            new(
                "firm",
                "member.firm",
                d =>
                    firms.TryGetValue(d.Exporter, out var firm)
                        ? Cell.Text(firm.Name) with
                        {
                            Href = Links.Enterprises.Details(firm.Id),
                        }
                        : Cell.Text(null)
            ),
            new("exporter", "customs.exporter", d => Cell.Registration(d.Exporter)),
            new("flow", "customs.flow", d => Cell.Said(ImportStatus.Flow(d.IsImport, words))),
            new("year", "customs.year", d => Cell.Text(words.Year(d.SolarYear))),
            new("before", "customs.report.before", d => Cell.Number(d.BeforeCents / 100m, 2))
            {
                Numeric = true,
            },
            new("after", "customs.report.after", d => Cell.Number(d.AfterCents / 100m, 2))
            {
                Numeric = true,
            },
            new(
                "size",
                "customs.report.change",
                d => Cell.Number((d.AfterCents - d.BeforeCents) / 100m, 2)
            )
            {
                Numeric = true,
            },
        ];
}
