using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Papers;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>The papers that somebody may read: the register of what their body sent out, or what was issued about their firm.</summary>
[Asks(nameof(PlatformActs.ReadPapers))]
public sealed class PaperListModel(PaperSearch search, PageTexts words) : KarvanPage
{
    private const int PageSize = 25;

    public TableView Table { get; private set; } = null!;

    public bool SeesLetterheads => Decision.AllowsSome(Actor, PlatformActs.ReadLetterheads);

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, "-" + PaperQuery.ByDraft, PageSize);
        var question = new PaperQuery(
            ask.Filter("title"),
            ask.Filter("kind"),
            ask.Choice<PaperState>("state"),
            ask.FirstDay(PaperQuery.ByDay),
            ask.LastDay(PaperQuery.ByDay),
            ask.Sort,
            ask.Descending,
            ask.Page,
            ask.PageSize
        );
        if (ask.Download is { } format)
        {
            return new TableFile<PaperRow>(format, "papers", columns, search.All(question));
        }
        var (rows, total) = await search.Find(question, HttpContext.RequestAborted);
        Table = TableView.Of("", "paper.list.rows", ask, columns, rows, total) with
        {
            EmptyKey = "paper.list.none",
        };
        return Page();
    }

    private Column<PaperRow>[] Columns() =>
        [
            new(PaperQuery.ByNumber, "paper.number", r => Cell.Registration(r.Number))
            {
                Sorts = true,
            },
            new(PaperQuery.ByDay, "paper.day", r => Cell.Day(r.Day))
            {
                Sorts = true,
                Filter = ColumnFilter.Days,
            },
            new(
                "title",
                "paper.title",
                r => Cell.Text(r.Title) with { Href = Links.Papers.Details(r.Id) }
            )
            {
                Filter = ColumnFilter.Text,
                FilterTitleKey = "paper.words",
            },
            new("kind", "paper.kind", r => Cell.Said(PaperTexts.Kind(r.Kind, words)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. ModuleCatalog.Papers.Select(k => new Components.Fields.FieldChoice(
                        k.Name,
                        PaperTexts.Kind(k.Name, words)
                    )),
                ],
            },
            new("issuer", "paper.issuer", r => Cell.Said(PaperTexts.Issuer(r.Issuer, words))),
            new("state", "paper.state", r => Cell.Status(PaperTexts.State(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PaperTexts.States(words),
            },
            new(
                PaperQuery.ByDraft,
                "paper.drafted-by",
                r => Cell.Said(PaperTexts.By(r.DraftedBy, words))
            )
            {
                Sorts = true,
            },
        ];
}
