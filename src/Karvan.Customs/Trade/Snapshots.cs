using System.Security.Cryptography;
using System.Text;
using Karvan.Customs.Authorization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Trade;

/// <summary>Why no snapshot is taken.</summary>
public enum SnapshotRefusal
{
    /// <summary>It takes a purpose, in words.</summary>
    NoPurpose,

    /// <summary>No import is in force.</summary>
    NothingInForce,
}

/// <summary>Pins what stands now, for good.</summary>
public sealed class TakeSnapshot(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="province">Null for the whole country: imports of provinces are then not in it.</param>
    public async Task<Outcome<CustomsSnapshot, SnapshotRefusal>> Run(
        string? province,
        string? purpose,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(purpose))
        {
            return SnapshotRefusal.NoPurpose;
        }
        await using var change = await changes.Begin(CustomsActs.ImportCustoms, cancellation);
        // Nothing is committed, withdrawn or decided meanwhile.
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var imports = await (
            from i in db.CustomsImports.IgnoreQueryFilters()
            join f in db.CustomsFiles.IgnoreQueryFilters() on i.FileId equals f.Id
            where i.State == ImportState.Committed && (i.Province == null || i.Province == province)
            orderby i.Sequence
            select new
            {
                i.Id,
                i.Mapping,
                f.Hash,
            }
        ).ToListAsync(cancellation);
        if (imports.Count == 0)
        {
            return SnapshotRefusal.NothingInForce;
        }
        var adjustments = await db
            .CustomsAdjustments.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(a => a.WithdrawnAt == null && (province == null || a.Province == province))
            .OrderBy(a => a.Sequence)
            .ToListAsync(cancellation);
        var hash = Hash([
            .. imports.SelectMany(i => (string[])["import", i.Hash ?? "", i.Mapping ?? ""]),
            .. adjustments.SelectMany(a => (string[])["adjustment", a.Before, a.After ?? ""]),
        ]);
        var taken = CustomsSnapshot.Take(
            province,
            purpose.Trim(),
            hash,
            imports.Select(i => i.Id),
            adjustments.Select(a => a.Id),
            db.Author.Name,
            clock.GetUtcNow().UtcDateTime
        );
        db.CustomsSnapshots.Add(taken);
        await change.Commit(new CustomsSnapshotTaken(taken.Subject), cancellation);
        return taken;
    }

    /// <summary>Each text with its length before it, so that no two lists read alike.</summary>
    private static string Hash(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>What snapshots hold.</summary>
internal static class Snapshots
{
    /// <summary>
    /// Inside a change, before it takes an import out of force: flags every snapshot that holds it, and those of provinces
    /// for which its lines count by decision. These hold the decision and not the import.
    /// </summary>
    /// <returns>How many.</returns>
    public static async Task<int> FlagImport(
        KarvanContext db,
        ImportsInForce standing,
        CustomsImport gone,
        DateTime at,
        CancellationToken cancellation
    )
    {
        var flagged = await Flag(db, gone.Id, at, cancellation);
        foreach (var given in await standing.GivenFrom(gone.Id, cancellation))
        {
            // A snapshot of the whole country holds every decision, and no line of a province's file.
            var held = await db
                .CustomsSnapshots.IgnoreQueryFilters()
                .Where(s =>
                    s.FlaggedAt == null
                    && (s.Province != null || gone.Province == null)
                    && s.Items.Any(i => i.AdjustmentId == given)
                )
                .ToListAsync(cancellation);
            // The change is not saved yet: one that was flagged a moment ago is found again.
            var more = held.Where(s => s.FlaggedAt is null).ToList();
            more.ForEach(s => s.Flag(at));
            flagged += more.Count;
        }
        return flagged;
    }

    /// <summary>Inside a change: flags every snapshot that holds an import or adjustment that is no longer in force.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Flag(
        KarvanContext db,
        Guid gone,
        DateTime at,
        CancellationToken cancellation
    )
    {
        var held = await db
            .CustomsSnapshots.IgnoreQueryFilters()
            .Where(s =>
                s.FlaggedAt == null
                && s.Items.Any(i => i.ImportId == gone || i.AdjustmentId == gone)
            )
            .ToListAsync(cancellation);
        held.ForEach(s => s.Flag(at));
        return held.Count;
    }
}
