using Karvan.Customs.Authorization;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>Puts an import that was read in force, by one row; another may give way to it in the same moment.</summary>
public sealed class CommitImport(
    KarvanContext db,
    Changes changes,
    ImportsInForce standing,
    TimeProvider clock
)
{
    /// <param name="instead">The import in force, of the same province, whose place it takes; null where it stands beside the others.</param>
    public async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        Guid id,
        int version,
        Guid? instead,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        // Commits have an order, and two may not supersede the same import.
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var import = await db.CustomsImports.SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is null)
        {
            return ImportRefusal.NotFound;
        }
        if (import.Version != version)
        {
            return ImportRefusal.Stale;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var sequence = await ImportNumbers.NextCommit(db, cancellation);
        if (import.Commit(sequence, now) is { } refused)
        {
            return refused;
        }
        if (instead is { } other)
        {
            var before = await db.CustomsImports.SingleOrDefaultAsync(
                i => i.Id == other,
                cancellation
            );
            if (before is null || other == id || before.GiveWay(import, now) is not null)
            {
                db.ChangeTracker.Clear();
                return ImportRefusal.NotInForce;
            }
            await Snapshots.FlagImport(db, standing, before, now, cancellation);
        }
        return await ImportCommit.Run(
            db,
            change,
            new CustomsImportCommitted(import),
            import,
            cancellation
        );
    }
}

/// <summary>Takes an import out of force, with the reason; snapshots that hold it are flagged, and keep it.</summary>
public sealed class WithdrawImport(
    KarvanContext db,
    Changes changes,
    ImportsInForce standing,
    TimeProvider clock
)
{
    public async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ImportRefusal.NoReason;
        }
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var import = await db.CustomsImports.SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is null)
        {
            return ImportRefusal.NotFound;
        }
        if (import.Version != version)
        {
            return ImportRefusal.Stale;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (import.Withdraw(reason.Trim(), now) is { } refused)
        {
            return refused;
        }
        var flagged = await Snapshots.FlagImport(db, standing, import, now, cancellation);
        return await ImportCommit.Run(
            db,
            change,
            new CustomsImportWithdrawn(import, flagged),
            import,
            cancellation
        );
    }
}

/// <summary>Throws away what was read, before any of it was seen. The file stays.</summary>
public sealed class DiscardImport(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        Guid id,
        int version,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        var import = await db.CustomsImports.SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (import is null)
        {
            return ImportRefusal.NotFound;
        }
        if (import.Version != version)
        {
            return ImportRefusal.Stale;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (import.Discard(now) is { } refused)
        {
            return refused;
        }
        db.Jobs.Add(Job.Ask(ClearCustomsImport.JobKind, import.Subject, db.Author, now));
        return await ImportCommit.Run(
            db,
            change,
            new CustomsImportDiscarded(import.Subject),
            import,
            cancellation
        );
    }
}

/// <summary>Begins another import of a file that is here already, to map it otherwise.</summary>
public sealed class ImportAgain(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="id">The import whose file it is.</param>
    public async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var before = await db
            .CustomsImports.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == id, cancellation);
        if (before is null)
        {
            return ImportRefusal.NotFound;
        }
        var file = await db.CustomsFiles.SingleAsync(f => f.Id == before.FileId, cancellation);
        var again = CustomsImport.Begin(
            file,
            await ImportNumbers.Next(db, cancellation),
            db.Author.Name,
            clock.GetUtcNow().UtcDateTime
        );
        if (before.Mapping is { } mapping)
        {
            again.Map(mapping, before.ProfileName);
        }
        db.CustomsImports.Add(again);
        await change.Commit(new CustomsImportBegunAgain(again.Subject), cancellation);
        return again;
    }
}
