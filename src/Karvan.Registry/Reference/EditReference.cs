using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Reference;

/// <summary>Puts a row into a list.</summary>
public sealed class AddReferenceRow(KarvanContext db, Changes changes)
{
    public async Task<Outcome<TRow, ReferenceRefusal>> Run<TRow>(
        IReferenceEntry<TRow> entry,
        CancellationToken cancellation = default
    )
        where TRow : ReferenceRow, new()
    {
        if (entry.Check() is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(ReferenceRow.Editing<TRow>(), cancellation);
        if (entry.Against(await db.Standing<TRow>(null, cancellation)) is { } clash)
        {
            return clash;
        }
        var row = new TRow().Take(entry);
        db.Add(row);
        await change.Commit(new ReferenceRowAdded(row.Subject), cancellation);
        return row;
    }
}

/// <summary>Changes a row of a list, or gives it its last day.</summary>
public sealed class EditReferenceRow(KarvanContext db, Changes changes)
{
    /// <param name="version">Of the row when the form was opened.</param>
    public async Task<Outcome<TRow, ReferenceRefusal>> Run<TRow>(
        Guid id,
        int version,
        IReferenceEntry<TRow> entry,
        CancellationToken cancellation = default
    )
        where TRow : ReferenceRow, new()
    {
        if (entry.Check() is { Length: > 0 } wrong)
        {
            return wrong;
        }
        await using var change = await changes.Begin(ReferenceRow.Editing<TRow>(), cancellation);
        var others = await db.Standing<TRow>(id, cancellation);
        var found = await db.Row<TRow>(id, version, cancellation);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }
        if (entry.Against(others) is { } clash)
        {
            return clash;
        }
        found.Value.Take(entry).Touch();
        await change.Commit(new ReferenceRowEdited(found.Value.Subject), cancellation);
        return found.Value;
    }
}

/// <summary>Takes a row out of a list that should never have stood there; it stays in the history with the reason.</summary>
public sealed class WithdrawReferenceRow(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<ReferenceRefusal?> Run<TRow>(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
        where TRow : ReferenceRow
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReferenceRefusal.NoReason;
        }
        await using var change = await changes.Begin(ReferenceRow.Editing<TRow>(), cancellation);
        await DatabaseLock.Take(db, typeof(TRow).Name, cancellation);
        var found = await db.Row<TRow>(id, version, cancellation);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }
        found.Value.Withdraw(clock.GetUtcNow().UtcDateTime);
        await change.Commit(
            new ReferenceRowWithdrawn(found.Value.Subject, reason.Trim()),
            cancellation
        );
        return null;
    }
}

internal static class ReferenceQueries
{
    /// <summary>
    /// The rows that stand, without one of them. The list's lock is taken first: nobody else changes the list until this
    /// change is over.
    /// </summary>
    public static async Task<List<TRow>> Standing<TRow>(
        this KarvanContext db,
        Guid? without,
        CancellationToken cancellation
    )
        where TRow : ReferenceRow
    {
        await DatabaseLock.Take(db, typeof(TRow).Name, cancellation);
        return await db.Set<TRow>()
            .AsNoTracking()
            .Where(r => r.WithdrawnAt == null && r.Id != without)
            .ToListAsync(cancellation);
    }

    public static async Task<Outcome<TRow, ReferenceRefusal>> Row<TRow>(
        this KarvanContext db,
        Guid id,
        int version,
        CancellationToken cancellation
    )
        where TRow : ReferenceRow
    {
        var row = await db.Set<TRow>()
            .SingleOrDefaultAsync(r => r.Id == id && r.WithdrawnAt == null, cancellation);
        return row is null ? ReferenceRefusal.NotFound
            : row.Version != version ? ReferenceRefusal.Stale
            : row;
    }

    public static TRow Take<TRow>(this TRow row, IReferenceEntry<TRow> entry)
        where TRow : ReferenceRow
    {
        entry.Fill(row);
        row.Source = string.IsNullOrWhiteSpace(entry.Source) ? null : entry.Source.Trim();
        row.IsExample = entry.IsExample;
        return row;
    }
}
