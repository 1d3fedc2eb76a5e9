using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Release;
using Karvan.Evaluation.Results;
using Karvan.Platform.Values;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.Cards;

/// <summary>The score card that a firm would get by a result that is not released: the secretary's and auditors' alone.</summary>
[Asks(nameof(EvaluationActs.ReadResult))]
public sealed class CardPreviewModel(
    ResultSearch results,
    CampaignSearch campaigns,
    CardContents contents,
    IRulebooks rulebooks,
    PageTexts words
) : RecordPage<CampaignResult>
{
    public NamedResultRow Of { get; private set; } = null!;

    public ScoreCardView View { get; private set; } = null!;

    public void OnGet() { }

    protected override Task<CampaignResult?> Find(Guid id) => results.Whole(id, Cancellation);

    protected override IEnumerable<Subject> SubjectsOf(CampaignResult record) => [record.Subject];

    protected override async Task<IActionResult?> Open()
    {
        var asked = $"{RouteData.Values["row"]}";
        var rows = await results.Rows(Record.Id, Cancellation);
        if (
            rows.FirstOrDefault(r =>
                string.Equals($"{r.Row.Id}", asked, StringComparison.OrdinalIgnoreCase)
            )
            is not { Row.Explained.Length: > 0 } found
        )
        {
            return NotFound();
        }
        Of = found;
        var campaign =
            await campaigns.One(Record.CampaignId, Cancellation)
            ?? throw new InvalidOperationException($"The campaign of {Record.Id} is not seen.");
        var book =
            rulebooks.Find(campaign.Rulebook)
            ?? throw new InvalidOperationException($"{campaign.Rulebook} went away.");
        var content = await contents.Of(Record, book, Cancellation);
        View = new ScoreCardView(
            book,
            FrozenExplanation.Read(found.Row.Explained),
            content[found.Row.Id],
            words
        );
        return null;
    }
}
