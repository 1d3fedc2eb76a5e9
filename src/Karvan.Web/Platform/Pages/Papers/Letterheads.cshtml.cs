using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>What stands above the papers of the bodies, and how their numbers come.</summary>
[Asks(nameof(PlatformActs.ReadLetterheads))]
public sealed class LetterheadListModel(LetterheadShelf shelf, PageTexts words) : KarvanPage
{
    private const int PageSize = 50;

    public TableView Table { get; private set; } = null!;

    public bool MayAdd => Decision.AllowsSome(Actor, PlatformActs.EditLetterheads);

    public async Task<IActionResult> OnGetAsync()
    {
        var columns = Columns();
        var ask = TableAsk.Of(Request, columns, "issuer", PageSize);
        var rows = await shelf.All(HttpContext.RequestAborted);
        var found = ShortTable.Pick(rows, columns, ask, words);
        if (ask.Download is { } format)
        {
            return new TableFile<Letterhead>(
                format,
                "letterheads",
                columns,
                found.ToAsyncEnumerable()
            );
        }
        Table = TableView.Of(
            "",
            "letterhead.list.rows",
            ask,
            columns,
            found.Skip(ask.Skip).Take(ask.PageSize),
            found.Count
        );
        return Page();
    }

    private Column<Letterhead>[] Columns() =>
        [
            new(
                "issuer",
                "paper.issuer",
                l =>
                    Cell.Said(PaperTexts.Issuer(l.Issuer, words)) with
                    {
                        Href = May(PlatformActs.EditLetterheads, l.Subject)
                            ? $"/papers/letterheads/one/{l.Id}"
                            : null,
                    }
            )
            {
                Sorts = true,
            },
            new("from", "letterhead.from", l => Cell.Day(l.From)) { Sorts = true },
            new("name", "letterhead.name", l => Cell.Text(words.IsPersian ? l.NameFa : l.NameEn))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "numbering",
                "letterhead.numbering",
                l => Cell.Said(words[$"letterhead.numbering.{l.Numbering}"])
            ),
            new("pattern", "letterhead.pattern", l => Cell.Text(l.Pattern)),
        ];
}
