using Karvan.Customs.Authorization;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Importing;

/// <summary>Decides which column is what, as often as it takes until the import is committed.</summary>
public sealed class MapImport(KarvanContext db, Changes changes)
{
    /// <param name="profile">The name of the saved profile it comes from; null for one made for this file.</param>
    public async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        Guid id,
        int version,
        MappingProfile mapping,
        string? profile,
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
        if (import.Map(mapping.ToJson(), profile) is { } refused)
        {
            return refused;
        }
        return await ImportCommit.Run(
            db,
            change,
            new CustomsImportMapped(import.Subject),
            import,
            cancellation
        );
    }
}

/// <summary>Has a mapped file read, by a job.</summary>
public sealed class StartReading(KarvanContext db, Changes changes, TimeProvider clock)
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
        if (import.Read() is { } refused)
        {
            return refused;
        }
        db.Jobs.Add(
            Job.Ask(
                ReadCustomsFile.JobKind,
                import.Subject,
                db.Author,
                clock.GetUtcNow().UtcDateTime,
                heavy: true
            )
        );
        return await ImportCommit.Run(
            db,
            change,
            new CustomsImportReadingStarted(import.Subject),
            import,
            cancellation
        );
    }
}

/// <summary>Commits a change of an import; of two at once the second is refused.</summary>
internal static class ImportCommit
{
    public static async Task<Outcome<CustomsImport, ImportRefusal>> Run(
        KarvanContext db,
        Change change,
        DomainEvent happened,
        CustomsImport import,
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
            return ImportRefusal.Stale;
        }
        return import;
    }
}
