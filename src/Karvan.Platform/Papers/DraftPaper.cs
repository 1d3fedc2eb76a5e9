using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>What a module puts on a paper; letterhead and signatories come from the body.</summary>
/// <param name="About">The record it is about.</param>
public sealed record PaperDraft(
    PaperKind Kind,
    Subject About,
    Language Language,
    string Title,
    string? Recipient,
    IReadOnlyList<PaperBlock> Blocks
);

/// <summary>What an officer may change of a draft.</summary>
public sealed record PaperEntry(
    string Title,
    string? Recipient,
    int Enclosures,
    IReadOnlyList<Signatory> Signatories
);

/// <summary>Drafts a paper under a body's letterhead: what it says is taken from the record now, and does not follow it.</summary>
public sealed class DraftPaper(
    KarvanContext db,
    Changes changes,
    LetterheadShelf shelf,
    TimeProvider clock
)
{
    /// <param name="letterhead">One of those that <see cref="LetterheadShelf.For"/> gives.</param>
    public async Task<Outcome<Guid, PaperRefusal>> Run(
        PaperDraft draft,
        Guid letterhead,
        CancellationToken cancellation = default
    )
    {
        if (!IsTitle(draft.Title))
        {
            return PaperRefusal.TitleMissing;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var actor = db.Actor ?? Actor.Public;
        var heads = await shelf.For(
            actor,
            draft.Kind,
            draft.About,
            TehranTime.DayOf(now),
            cancellation
        );
        if (heads.FirstOrDefault(h => h.Id == letterhead) is not { } head)
        {
            return PaperRefusal.NoLetterhead;
        }
        await using var change = await changes.Begin(draft.Kind.Issue, cancellation);
        var sheet = new PaperSheet
        {
            Language = draft.Language,
            Head = head.Head(draft.Language),
            Title = draft.Title.Trim(),
            Recipient = draft.Recipient,
            Blocks = draft.Blocks,
            Signatories = head.Signatories(draft.Language),
        };
        var paper = OfficialPaper.Draft(draft.Kind, head, draft.About, sheet, db.Author.Name, now);
        db.OfficialPapers.Add(paper);
        await change.Commit(new PaperDrafted(paper.Subject, paper.Kind), cancellation);
        return paper.Id;
    }

    internal static bool IsTitle(string? title) =>
        !string.IsNullOrWhiteSpace(title) && title.Trim().Length <= OfficialPaper.LongestTitle;

    internal static bool AreRight(IReadOnlyList<Signatory> signatories) =>
        signatories.Count is > 0 and <= OfficialPaper.MostSignatories
        && signatories.All(s =>
            s.Name.Trim().Length is > 0 and <= Lengths.Name
            && s.Post.Trim().Length is > 0 and <= Lengths.Name
        );
}

/// <summary>Changes what an officer may change of a paper, as long as it has no number.</summary>
public sealed class EditPaper(KarvanContext db, Changes changes)
{
    /// <param name="version">Of the paper when the form was opened.</param>
    public async Task<Outcome<OfficialPaper, PaperRefusal>> Run(
        Guid id,
        int version,
        PaperEntry entry,
        CancellationToken cancellation = default
    )
    {
        var wrong = Refusals.Of(
            (!DraftPaper.IsTitle(entry.Title), PaperRefusal.TitleMissing),
            (!DraftPaper.AreRight(entry.Signatories), PaperRefusal.SignatoriesWrong),
            (
                entry.Enclosures is < 0 or > OfficialPaper.MostEnclosures,
                PaperRefusal.EnclosuresWrong
            )
        );
        if (wrong.Length > 0)
        {
            return wrong;
        }
        await using var turn = await PaperTurn.Take(db, changes, id, version, cancellation);
        if (turn.Paper is not { } paper)
        {
            return turn.Refusal;
        }
        if (paper.State is not PaperState.Draft)
        {
            return PaperRefusal.NotDraft;
        }
        paper.Edit(
            paper.Sheet with
            {
                Title = entry.Title.Trim(),
                Recipient = string.IsNullOrWhiteSpace(entry.Recipient)
                    ? null
                    : entry.Recipient.Trim(),
                Enclosures = entry.Enclosures,
                Signatories = [.. entry.Signatories.Select(Trimmed)],
            }
        );
        await turn.Commit(new PaperEdited(paper.Subject), cancellation);
        return paper;
    }

    private static Signatory Trimmed(Signatory one) => new(one.Name.Trim(), one.Post.Trim());
}
