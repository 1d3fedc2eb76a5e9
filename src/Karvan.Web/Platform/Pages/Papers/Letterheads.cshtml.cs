using Karvan.Platform.Authorization;
using Karvan.Platform.Papers;
using Karvan.Platform.Searching;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>What stands above the papers of the bodies, and how their numbers come.</summary>
[Asks(nameof(PlatformActs.ReadLetterheads))]
public sealed class LetterheadListModel(LetterheadShelf shelf, PageTexts words)
    : ListPage<Letterhead>(words)
{
    public bool MayAdd => Decision.AllowsSome(Actor, PlatformActs.EditLetterheads);

    protected override ValueTask<ListTable<Letterhead>> Describe() =>
        new(
            new ListTable<Letterhead>("letterhead.list.rows", "letterheads", "issuer", Columns())
            {
                PageSize = 50,
            }
        );

    protected override async ValueTask<FoundRows<Letterhead>> Rows(
        ListTable<Letterhead> list,
        TableAsk ask
    ) => ShortTable.Pick(await shelf.All(Cancellation), list.Columns, ask, W);

    private Column<Letterhead>[] Columns() =>
        [
            new(
                "issuer",
                "paper.issuer",
                l =>
                    Cell.Said(PaperTexts.Issuer(l.Issuer, W)) with
                    {
                        Href = May(PlatformActs.EditLetterheads, l.Subject)
                            ? Links.Papers.LetterheadRow(l.Id)
                            : null,
                    }
            )
            {
                Sorts = true,
            },
            new("from", "letterhead.from", l => Cell.Day(l.From)) { Sorts = true },
            new("name", "letterhead.name", l => Cell.Text(W.IsPersian ? l.NameFa : l.NameEn))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new(
                "numbering",
                "letterhead.numbering",
                l => Cell.Said(W[$"letterhead.numbering.{l.Numbering}"])
            ),
            new("pattern", "letterhead.pattern", l => Cell.Text(l.Pattern)),
        ];
}
