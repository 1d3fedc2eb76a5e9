using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Files;

/// <summary>What became of one try to scan the next content.</summary>
public enum ScanTry
{
    /// <summary>Nothing waits, or others are at it.</summary>
    NothingToDo,

    Scanned,

    /// <summary>The scanner gave no verdict; the content is tried again later.</summary>
    Failed,
}

/// <summary>
/// Takes one content that waits and has it scanned. Any number of processes may run this: who gets the row keeps it
/// until a time that is written in it, and whoever dies meanwhile loses it then.
/// </summary>
public sealed class ScanFiles(
    KarvanContext db,
    Changes changes,
    IScanner scanner,
    TimeProvider clock
)
{
    /// <summary>Longer than the scanner's patience.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);
    private const int LongestFault = 300;

    public async Task<ScanTry> Run(CancellationToken cancellation = default)
    {
        if (await Take(cancellation) is not { } hash)
        {
            return ScanTry.NothingToDo;
        }
        ScanVerdict verdict;
        try
        {
            verdict = await scanner.Scan(ReadFile.ContentOf(db, hash, cancellation), cancellation);
        }
        catch (ScannerFaultException fault)
        {
            await PutBack(hash, fault.Message, cancellation);
            return ScanTry.Failed;
        }
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        var content = await db.StoredContents.SingleAsync(c => c.Hash == hash, cancellation);
        content.Judge(verdict, Now);
        await change.Commit(
            verdict.Found is null ? new FileFoundClean(hash) : new FileFoundInfected(hash),
            cancellation
        );
        return ScanTry.Scanned;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those held back first; those that came before there was a scanner are served meanwhile.</summary>
    private async Task<string?> Take(CancellationToken cancellation)
    {
        var now = Now;
        var until = now + Lease;
        var open = db.StoredContents.Where(c =>
            (c.Scan == ScanState.Waiting || c.Scan == ScanState.Unscanned)
            && (c.ScanAfter == null || c.ScanAfter <= now)
        );
        var candidates = await open.OrderByDescending(c => c.Scan == ScanState.Waiting)
            .ThenBy(c => c.StoredAt)
            .ThenBy(c => c.Hash)
            .Select(c => c.Hash)
            .Take(8)
            .ToListAsync(cancellation);
        foreach (var hash in candidates)
        {
            using var turn = await db.WriteGate.Enter(cancellation);
            var taken = await open.Where(c => c.Hash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ScanAfter, until), cancellation);
            if (taken == 1)
            {
                return hash;
            }
        }
        return null;
    }

    private async Task PutBack(string hash, string fault, CancellationToken cancellation)
    {
        var later = Now + TryAgain;
        var why = fault.Length > LongestFault ? fault[..LongestFault] : fault;
        using var turn = await db.WriteGate.Enter(cancellation);
        await db
            .StoredContents.Where(c => c.Hash == hash)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.ScanAfter, later).SetProperty(c => c.ScanFault, why),
                cancellation
            );
    }
}
