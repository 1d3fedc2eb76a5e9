using Karvan.Evaluation.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Rules.Editing;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>Changes the text of a draft where it stands. What the loader refuses is not kept.</summary>
public sealed class EditRulebookDraft(KarvanContext db, Changes changes)
{
    /// <param name="version">Of the draft when the form was opened.</param>
    public async Task<DraftedText> Run(
        Guid id,
        int version,
        RulebookPart part,
        Func<RulebookText, RulebookText> edit,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(EvaluationActs.DraftRulebook, cancellation);
        var found = await db.RulebookDrafts.SingleOrDefaultAsync(d => d.Id == id, cancellation);
        if (found is null)
        {
            return DraftedText.Not(RulebookDraftRefusal.NotFound);
        }
        if (found.OpenTo(db.Me()) is { } closed)
        {
            return DraftedText.Not(closed);
        }
        if (found.Version != version)
        {
            return DraftedText.Not(RulebookDraftRefusal.Stale);
        }
        var text = edit(new RulebookText(found.Text)).Text;
        var load = (found.Package with { Text = text }).Load();
        if (load.Rulebook is not { } book)
        {
            return DraftedText.Unloadable(load.Problems);
        }
        if (!string.Equals(book.Id, found.RulebookId, StringComparison.Ordinal))
        {
            return DraftedText.Not(RulebookDraftRefusal.OtherFamily);
        }
        if (RulebookTitles.AreTooLong(book))
        {
            return DraftedText.Not(RulebookDraftRefusal.TitleTooLong);
        }
        if (string.Equals(text, found.Text, StringComparison.Ordinal))
        {
            return DraftedText.Of(found);
        }
        if (found.Edit(db.Me(), text, book) is { } refusal)
        {
            return DraftedText.Not(refusal);
        }
        try
        {
            await change.Commit(new RulebookDraftEdited(found.Subject, part), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DraftedText.Not(RulebookDraftRefusal.Stale);
        }
        return DraftedText.Of(found);
    }
}
