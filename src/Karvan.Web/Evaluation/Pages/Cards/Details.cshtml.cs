using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Release;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>The score card of a firm, as it was released; down to clause, decision and customs lines.</summary>
[Asks(nameof(EvaluationActs.ReadCard))]
public sealed class ScoreCardModel(
    CardSearch cards,
    CampaignSearch campaigns,
    EnterpriseCard firms,
    IRulebooks rulebooks,
    PageTexts words
) : RecordPage<ReleasedCard>
{
    public Campaign Campaign { get; private set; } = null!;

    public Enterprise Firm { get; private set; } = null!;

    public ScoreCardView View { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var list = CardTable.Of(words);
        var ask = list.Ask(Request);
        var rows = ShortTable.Pick(View.Groups.SelectMany(g => g.Rows), list.Columns, ask, words);
        if (list.Download(ask, rows) is { } file)
        {
            return file;
        }
        Table = list.View(ask, rows);
        return Page();
    }

    protected override Task<ReleasedCard?> Find(Guid id) => cards.One(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(ReleasedCard record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        Campaign =
            await campaigns.One(Record.CampaignId, Cancellation)
            ?? throw new InvalidOperationException($"The campaign of {Record.Id} is not seen.");
        Firm =
            await firms.Find(Record.EnterpriseId, Cancellation)
            ?? throw new InvalidOperationException($"The firm of {Record.Id} is not seen.");
        var book =
            rulebooks.Find(Campaign.Rulebook)
            ?? throw new InvalidOperationException($"{Campaign.Rulebook} went away.");
        View = new ScoreCardView(book, Record.Explanation(), Record.Told(), words);
        return null;
    }
}
