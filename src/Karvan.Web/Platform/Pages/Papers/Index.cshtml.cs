using Karvan.Platform.Authorization;
using Karvan.Platform.Modules;
using Karvan.Platform.Papers;
using Karvan.Platform.Searching;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Platform.Pages.Papers;

/// <summary>The papers that somebody may read: the register of what their body sent out, or what was issued about their firm.</summary>
[Asks(nameof(PlatformActs.ReadPapers))]
public sealed class PaperListModel(PaperSearch search, PageTexts words) : ListPage<PaperRow>(words)
{
    public bool SeesLetterheads => Decision.AllowsSome(Actor, PlatformActs.ReadLetterheads);

    protected override ValueTask<ListTable<PaperRow>> Describe() =>
        new(
            new ListTable<PaperRow>(
                "paper.list.rows",
                "papers",
                "-" + PaperQuery.ByDraft,
                Columns()
            )
            {
                EmptyKey = "paper.list.none",
            }
        );

    protected override ValueTask<FoundRows<PaperRow>> Rows(
        ListTable<PaperRow> list,
        TableAsk ask
    ) =>
        new(
            search.Rows(
                new PaperQuery(
                    ask.Filter("title"),
                    ask.Filter("kind"),
                    ask.Choice<PaperState>("state"),
                    ask.FirstDay(PaperQuery.ByDay),
                    ask.LastDay(PaperQuery.ByDay),
                    ask.Order
                )
            )
        );

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
            new("kind", "paper.kind", r => Cell.Said(PaperTexts.Kind(r.Kind, W)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. ModuleCatalog.Papers.Select(k => new FieldChoice(
                        k.Name,
                        PaperTexts.Kind(k.Name, W)
                    )),
                ],
            },
            new("issuer", "paper.issuer", r => Cell.Said(PaperTexts.Issuer(r.Issuer, W))),
            new("state", "paper.state", r => Cell.Status(PaperTexts.State(r.State)))
            {
                Filter = ColumnFilter.Choice,
                Choices = PaperTexts.States(W),
            },
            new(
                PaperQuery.ByDraft,
                "paper.drafted-by",
                r => Cell.Said(PaperTexts.By(r.DraftedBy, W))
            )
            {
                Sorts = true,
            },
        ];
}
