using Karvan.Evaluation.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>Its drafter hands a draft to somebody else for approval, takes it back, or drops it.</summary>
public sealed class SendRulebookDraft(KarvanContext db, Changes changes)
{
    public Task<Outcome<RulebookDraft, RulebookDraftRefusal>> Send(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        db.MoveDraft(
            changes,
            EvaluationActs.DraftRulebook,
            (id, version),
            found => found.Send(db.Me()),
            found => new RulebookDraftSent(found.Subject),
            cancellation
        );

    public Task<Outcome<RulebookDraft, RulebookDraftRefusal>> TakeBack(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        db.MoveDraft(
            changes,
            EvaluationActs.DraftRulebook,
            (id, version),
            found => found.TakeBack(db.Me()),
            found => new RulebookDraftTakenBack(found.Subject),
            cancellation
        );

    public Task<Outcome<RulebookDraft, RulebookDraftRefusal>> Drop(
        Guid id,
        int version,
        CancellationToken cancellation = default
    ) =>
        db.MoveDraft(
            changes,
            EvaluationActs.DraftRulebook,
            (id, version),
            found => found.Drop(db.Me()),
            found => new RulebookDraftDropped(found.Subject),
            cancellation
        );
}

/// <summary>Somebody else than its drafter gives a draft back, with the reason.</summary>
public sealed class ReturnRulebookDraft(KarvanContext db, Changes changes)
{
    public async Task<Outcome<RulebookDraft, RulebookDraftRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        string.IsNullOrWhiteSpace(reason)
            ? RulebookDraftRefusal.NoReason
            : await db.MoveDraft(
                changes,
                EvaluationActs.PublishRulebook,
                (id, version),
                found => found.Return(db.Me(), reason),
                found => new RulebookDraftReturned(found.Subject, reason.Trim()),
                cancellation
            );
}

/// <summary>Somebody else than its drafter publishes a draft: from then on nothing changes it.</summary>
public sealed class PublishRulebook(
    KarvanContext db,
    Changes changes,
    RulebookLibrary library,
    TimeProvider clock
)
{
    public async Task<Outcome<RulebookDraft, RulebookDraftRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    )
    {
        try
        {
            PublishedRulebook? made = null;
            return await db.MoveDraft(
                changes,
                EvaluationActs.PublishRulebook,
                (id, version),
                found => found.Publish(db.Me()) ?? Add(found, out made),
                _ => new RulebookPublished(made!.Subject),
                cancellation
            );
        }
        // Another draft of the same year and version was published first.
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return RulebookDraftRefusal.NumberTaken;
        }
    }

    private RulebookDraftRefusal? Add(RulebookDraft draft, out PublishedRulebook? made)
    {
        made = null;
        if (draft.Package.Load().Rulebook is not { } book)
        {
            return RulebookDraftRefusal.DoesNotLoad;
        }
        if (library.All().Any(b => IsSame(b, book)))
        {
            return RulebookDraftRefusal.NumberTaken;
        }
        made = PublishedRulebook.Of(
            draft,
            book,
            library.Before(book)?.Hash,
            (db.Me(), db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        db.PublishedRulebooks.Add(made);
        return null;
    }

    private static bool IsSame(Rules.Rulebooks.Rulebook one, Rules.Rulebooks.Rulebook other) =>
        string.Equals(one.Id, other.Id, StringComparison.Ordinal)
        && (one.Year, one.Version) == (other.Year, other.Version);
}

internal static class DraftMoves
{
    /// <summary>One move of a draft over the version that somebody looked at.</summary>
    public static async Task<Outcome<RulebookDraft, RulebookDraftRefusal>> MoveDraft(
        this KarvanContext db,
        Changes changes,
        Act act,
        (Guid Id, int Version) asked,
        Func<RulebookDraft, RulebookDraftRefusal?> move,
        Func<RulebookDraft, DomainEvent> happened,
        CancellationToken cancellation
    )
    {
        await using var change = await changes.Begin(act, cancellation);
        var found = await db.RulebookDrafts.SingleOrDefaultAsync(
            d => d.Id == asked.Id,
            cancellation
        );
        if (found is null)
        {
            return RulebookDraftRefusal.NotFound;
        }
        if (found.Version != asked.Version)
        {
            return RulebookDraftRefusal.Stale;
        }
        if (move(found) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        try
        {
            await change.Commit(happened(found), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return RulebookDraftRefusal.Stale;
        }
        return found;
    }
}
