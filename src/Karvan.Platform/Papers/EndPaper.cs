using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;

namespace Karvan.Platform.Papers;

/// <summary>Files the signed paper, scanned, beside what was printed; another scan takes the place of the first, which stays stored.</summary>
public sealed class FileSignedCopy(KarvanContext db, Changes changes, StoreFile store)
{
    /// <param name="version">Of the paper when the form was opened.</param>
    public async Task<Outcome<OfficialPaper, PaperRefusal>> Run(
        Guid id,
        int version,
        ReceivedFile? file,
        CancellationToken cancellation = default
    )
    {
        if (file is null)
        {
            return PaperRefusal.FileMissing;
        }
        await using var turn = await PaperTurn.Take(db, changes, id, version, cancellation);
        if (turn.Paper is not { } paper)
        {
            return turn.Refusal;
        }
        if (paper.State is not (PaperState.Numbered or PaperState.Filed))
        {
            return PaperRefusal.NotNumbered;
        }
        var stored = await store.Run(
            file,
            paper.Subject,
            ModuleCatalog.Paper(paper.Kind).Read,
            cancellation
        );
        if (!stored.Done)
        {
            return PaperRefusal.FileInfected;
        }
        paper.File(stored.Value.Id);
        await turn.Commit(new SignedCopyFiled(paper.Subject, file.Hash), cancellation);
        return paper;
    }
}

/// <summary>Takes a paper back, with a reason that stands wherever it is shown; its number stays given.</summary>
public sealed class WithdrawPaper(KarvanContext db, Changes changes)
{
    /// <param name="version">Of the paper when the form was opened.</param>
    public async Task<Outcome<OfficialPaper, PaperRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > OfficialPaper.LongestReason)
        {
            return PaperRefusal.NoReason;
        }
        await using var turn = await PaperTurn.Take(db, changes, id, version, cancellation);
        if (turn.Paper is not { } paper)
        {
            return turn.Refusal;
        }
        if (paper.State is PaperState.Withdrawn)
        {
            return PaperRefusal.AlreadyWithdrawn;
        }
        paper.Withdraw(reason.Trim());
        await turn.Commit(new PaperWithdrawn(paper.Subject, reason.Trim()), cancellation);
        return paper;
    }
}
