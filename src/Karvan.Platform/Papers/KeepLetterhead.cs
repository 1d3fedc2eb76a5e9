using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>An officer says what stands on the paper of a body from a day on, or corrects it. Papers that have their number keep theirs.</summary>
public sealed class KeepLetterhead(KarvanContext db, Changes changes)
{
    /// <param name="province">Null for the body's own office.</param>
    /// <exception cref="ArgumentException">Papers are issued by one body.</exception>
    public async Task<Outcome<Letterhead, LetterheadRefusal>> Add(
        Body body,
        string? province,
        LetterheadEntry entry,
        CancellationToken cancellation = default
    )
    {
        if (body is Body.Shared)
        {
            throw new ArgumentException("Papers are issued by one body.", nameof(body));
        }
        if (Check(entry) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(PlatformActs.EditLetterheads, cancellation);
        var head = Letterhead.Begin(body, province);
        head.Take(entry);
        db.Letterheads.Add(head);
        return await Commit(change, head, new LetterheadAdded(head.Subject), cancellation);
    }

    /// <param name="version">Of the letterhead when the form was opened.</param>
    public async Task<Outcome<Letterhead, LetterheadRefusal>> Edit(
        Guid id,
        int version,
        LetterheadEntry entry,
        CancellationToken cancellation = default
    )
    {
        if (Check(entry) is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(PlatformActs.EditLetterheads, cancellation);
        var head = await db.Letterheads.SingleOrDefaultAsync(l => l.Id == id, cancellation);
        if (head is null)
        {
            return LetterheadRefusal.NotFound;
        }
        if (head.Version != version)
        {
            return LetterheadRefusal.Stale;
        }
        head.Take(entry);
        head.Touch();
        return await Commit(change, head, new LetterheadEdited(head.Subject), cancellation);
    }

    private async Task<Outcome<Letterhead, LetterheadRefusal>> Commit(
        Change change,
        Letterhead head,
        Events.DomainEvent happened,
        CancellationToken cancellation
    )
    {
        try
        {
            await change.Commit(happened, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return LetterheadRefusal.Stale;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            db.ChangeTracker.Clear();
            return LetterheadRefusal.DayTaken;
        }
        return head;
    }

    private static LetterheadRefusal[] Check(LetterheadEntry entry) =>
        Refusals.Of(
            (
                string.IsNullOrWhiteSpace(entry.Name.Fa)
                    || string.IsNullOrWhiteSpace(entry.Name.En),
                LetterheadRefusal.NameMissing
            ),
            (
                entry.Numbering is Numbering.Counted && !NumberPattern.IsRight(entry.Pattern),
                LetterheadRefusal.PatternWrong
            ),
            (
                entry.FirstNumber is < 1 or > Letterhead.HighestFirst,
                LetterheadRefusal.FirstNumberWrong
            ),
            (
                !AreRight(entry.SignatoriesFa) || !AreRight(entry.SignatoriesEn),
                LetterheadRefusal.SignatoriesWrong
            )
        );

    /// <summary>A letterhead may leave open who signs.</summary>
    private static bool AreRight(IReadOnlyList<Signatory> signatories) =>
        signatories.Count == 0 || DraftPaper.AreRight(signatories);
}
