using Karvan.Customs;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Customs.Uploads;
using Karvan.Platform.Authorization;
using Karvan.Platform.People;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Customs.Pages.Customs;

/// <summary>The customs imports somebody may see, and their own files that are still on the way.</summary>
[Asks(nameof(CustomsActs.ReadCustoms))]
public sealed class ImportListModel(ImportSearch search, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public IReadOnlyList<CustomsFile> Coming { get; private set; } = [];

    public bool MayImport => Decision.AllowsSome(Actor, CustomsActs.ImportCustoms);

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, "-number", PageSize);
        var question = new ImportQuery(
            ask.Filter("file"),
            Enum.TryParse<ImportState>(ask.Filter("state"), out var state) ? state : null,
            ask.Filter("reach"),
            ask.Page,
            PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<CustomsImport>(
                format,
                "customs-imports",
                columns,
                search.All(question)
            );
        }
        var (imports, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "customs.list", ask, columns, imports, total) with
        {
            EmptyKey = "customs.none",
        };
        Coming = await search.Coming(Person, HttpContext.RequestAborted);
        return Page();
    }

    private Column<CustomsImport>[] Columns() =>
        [
            new(
                "number",
                "customs.number",
                i => Cell.Number(i.Number) with { Href = Links.Customs.Details(i.Id) }
            )
            {
                Numeric = true,
            },
            new(
                "file",
                "customs.file",
                i => Cell.Text(i.FileName) with { Href = Links.Customs.Details(i.Id) }
            )
            {
                Filter = ColumnFilter.Text,
            },
            new("reach", "customs.reach", i => Cell.Said(ImportStatus.Reach(i.Province, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("state", "enterprise.state", i => Cell.Status(ImportStatus.Of(i.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<ImportState>()
                        .Select(s => new FieldChoice(s.ToString(), words[$"customs.state.{s}"])),
                ],
            },
            new(
                "accepted",
                "customs.accepted",
                i => Cell.Number(i.ReadAt is null ? null : i.Accepted)
            )
            {
                Numeric = true,
            },
            new(
                "rejected",
                "customs.rejected",
                i => Cell.Number(i.ReadAt is null ? null : i.Rejected)
            )
            {
                Numeric = true,
            },
            new("by", "customs.by", i => Cell.Said(ImportStatus.By(i, words))),
            new(
                "begun",
                "customs.begun",
                i => Cell.Said(words.Moment(new DateTimeOffset(i.BegunAt, TimeSpan.Zero)))
            ),
        ];
}
