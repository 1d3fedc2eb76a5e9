using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Committee;
using Karvan.Evaluation.Release;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>The released score cards of a campaign: of a firm its own, of a body those of its provinces.</summary>
[Asks(nameof(EvaluationActs.ReadCampaign))]
public sealed class CardListModel(CardSearch cards, CampaignSearch campaigns, PageTexts words)
    : RecordPage<Campaign>
{
    public Campaign Campaign => Record;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var list = new ListTable<ListedCard>("cards.title", "score-cards", "province", Columns())
        {
            EmptyKey = "cards.none",
        };
        var ask = list.Ask(Request);
        var found = ShortTable.Pick(
            await cards.In(Campaign.Id).ToListAsync(Cancellation),
            list.Columns,
            ask,
            words
        );
        if (list.Download(ask, found) is { } file)
        {
            return file;
        }
        Table = list.View(ask, found);
        return Page();
    }

    protected override Task<Campaign?> Find(Guid id) => campaigns.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(Campaign record) => [record.Subject];

    private Column<ListedCard>[] Columns() =>
        [
            new(
                "province",
                "enterprise.province",
                c => Cell.Text(PlaceNames.Province(c.Province, words))
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Choice,
                Choices = PlaceNames.Provinces(words),
            },
            new("rank", "result.rank", c => Cell.Number(c.Rank)) { Numeric = true, Sorts = true },
            new(
                "firm",
                "dossier.firm",
                c => Cell.Text(c.Firm) with { Href = Links.Cards.Details(c.Id) }
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("total", "result.total", c => Cell.Number(c.Total, 2))
            {
                Numeric = true,
                Sorts = true,
            },
            new("standing", "result.status", c => Cell.Status(CardTexts.Of(c.Standing)))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. Enum.GetValues<FinalStanding>()
                        .Select(s => new FieldChoice($"{s}", words[$"score-card.standing.{s}"])),
                ],
            },
        ];
}
