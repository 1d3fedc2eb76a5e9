using System.Text;
using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Rulebooks;
using Karvan.Platform.Audit;
using Karvan.Platform.Values;
using Karvan.Rules.Differences;
using Karvan.Rules.Rulebooks;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Karvan.Web.Platform.Events;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Evaluation.Pages.RulebookDrafts;

/// <summary>One draft: what it was copied from, its parts for its drafter, how far it has come, and its trail.</summary>
[Asks(nameof(EvaluationActs.ReadRulebookDraft))]
public sealed class RulebookDraftDetailsModel(
    RulebookDraftSearch search,
    RulebookLibrary library,
    SendRulebookDraft send,
    AuditTrail trail,
    PageTexts words
) : DraftPage(search)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Any text that a draft holds loads.</summary>
    public Rulebook Book { get; private set; } = null!;

    public Rulebook? Source { get; private set; }

    public IReadOnlyList<DifferentPart> Difference { get; private set; } = [];

    /// <summary>What came of it, or null.</summary>
    public PublishedRulebook? Published { get; private set; }

    public ActivityTrail Trail { get; private set; } = null!;

    /// <summary>Each with the page of its form; null for who does not write it.</summary>
    public IReadOnlyList<(RulebookPart Part, string Href)>? Parts =>
        IsMine
            ?
            [
                .. PartLines.Parts.Select(p => (p, Links.RulebookDrafts.Part(Draft.Id, $"{p}"))),
                (RulebookPart.Lists, Links.RulebookDrafts.Lists(Draft.Id)),
                (RulebookPart.Readings, Links.RulebookDrafts.Readings(Draft.Id)),
                (RulebookPart.Text, Links.RulebookDrafts.Text(Draft.Id)),
            ]
            : null;

    public bool MayTakeBack =>
        May(EvaluationActs.DraftRulebook, Draft.Subject) && Draft.IsSentBy(Actor.PersonId);

    public bool MayDecide =>
        May(EvaluationActs.PublishRulebook, Draft.Subject)
        && Draft.State is RulebookDraftState.Sent
        && Draft.DrafterId != Actor.PersonId;

    public IActionResult OnGet() => Page();

    /// <summary>Its text as it stands.</summary>
    public IActionResult OnGetFile() =>
        File(
            Encoding.UTF8.GetBytes(Draft.Text),
            "application/yaml",
            $"{Draft.RulebookId}-{Draft.Year}.yaml"
        );

    [Asks(nameof(EvaluationActs.DraftRulebook))]
    public async Task<IActionResult> OnPostSendAsync(Guid id) =>
        await Moved(id, await send.Send(id, Version, Cancellation));

    [Asks(nameof(EvaluationActs.DraftRulebook))]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) =>
        await Moved(id, await send.TakeBack(id, Version, Cancellation));

    [Asks(nameof(EvaluationActs.DraftRulebook))]
    public async Task<IActionResult> OnPostDropAsync(Guid id) =>
        await Moved(id, await send.Drop(id, Version, Cancellation));

    protected override async Task<IActionResult?> Open()
    {
        Book = Draft.Loaded();
        Source = library.Find(Draft.FromHash);
        Difference = Source is null ? [] : RulebookDifference.Between(Source, Book, words.Language);
        Published = await Search.PublishedOf(Draft.Id, Cancellation);
        Trail = EventTexts.Trail(await trail.Of(Draft.Subject, Cancellation), words);
        return null;
    }

    private async Task<IActionResult> Moved(
        Guid id,
        Outcome<RulebookDraft, RulebookDraftRefusal> done
    )
    {
        if (done.Done)
        {
            return Redirect(Links.RulebookDrafts.Details(id));
        }
        await Reload(id);
        return Refuse(done.Reasons, _ => "", r => $"rulebook-draft.refused.{r}");
    }
}
