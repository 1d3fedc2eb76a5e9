using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>Why one firm does not take over another, or why that is not undone.</summary>
public enum SuccessionRefusal
{
    /// <summary>One of the two is not there, or not this expert's to see.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form was opened.</summary>
    Stale,

    Itself,
    DayInFuture,

    /// <summary>Another firm has taken it over already.</summary>
    AlreadySucceeded,

    /// <summary>The firm that would take over was itself taken over by then.</summary>
    SuccessorGone,

    /// <summary>The firm that would take over goes back to the one it takes over.</summary>
    Circle,

    NotSucceeded,

    /// <summary>To undo takes a reason.</summary>
    NoReason,
}

/// <summary>
/// One firm goes on with another's business from a day on. The one taken over stays on record with its numbers and whatever
/// happened before that day; see decision 10.
/// </summary>
public sealed class SucceedEnterprise(KarvanContext db, Changes changes, TimeProvider clock)
{
    /// <param name="version">Of the firm that is taken over, when the form was opened.</param>
    /// <param name="day">The first day on which the successor goes on.</param>
    public async Task<Outcome<Enterprise, SuccessionRefusal>> Run(
        Guid id,
        int version,
        Guid successor,
        DateOnly day,
        CancellationToken cancellation = default
    )
    {
        if (id == successor)
        {
            return SuccessionRefusal.Itself;
        }
        if (day > TehranTime.DayOf(clock.GetUtcNow().UtcDateTime))
        {
            return SuccessionRefusal.DayInFuture;
        }
        await using var change = await changes.Begin(RegistryActs.SucceedEnterprise, cancellation);
        // No index refuses a circle: successions wait for each other.
        await DatabaseLock.Take(db, RegistryLocks.Successions, cancellation);
        var firm = await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation);
        var heir = await db
            .Enterprises.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == successor, cancellation);
        if (firm is null || heir is null)
        {
            return SuccessionRefusal.NotFound;
        }
        if (firm.SuccessorId is not null)
        {
            return SuccessionRefusal.AlreadySucceeded;
        }
        if (firm.Version != version)
        {
            return SuccessionRefusal.Stale;
        }
        if (await LeadsTo(heir, id, cancellation))
        {
            return SuccessionRefusal.Circle;
        }
        if (heir.SucceededOn <= day)
        {
            return SuccessionRefusal.SuccessorGone;
        }
        firm.Succeed(successor, day);
        try
        {
            await change.Commit(new EnterpriseSucceeded(firm.Subject), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SuccessionRefusal.Stale;
        }
        return firm;
    }

    private async Task<bool> LeadsTo(Enterprise from, Guid id, CancellationToken cancellation)
    {
        var next = from.SuccessorId;
        while (next is { } at && at != id)
        {
            next = await db
                .Enterprises.IgnoreQueryFilters([QueryFilters.Seen])
                .Where(e => e.Id == at)
                .Select(e => e.SuccessorId)
                .SingleAsync(cancellation);
        }
        return next is not null;
    }
}

/// <summary>Takes a succession back that was recorded in error, with the reason.</summary>
public sealed class UndoSuccession(KarvanContext db, Changes changes)
{
    public async Task<Outcome<Enterprise, SuccessionRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return SuccessionRefusal.NoReason;
        }
        await using var change = await changes.Begin(RegistryActs.SucceedEnterprise, cancellation);
        await DatabaseLock.Take(db, RegistryLocks.Successions, cancellation);
        var firm = await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation);
        if (firm is null)
        {
            return SuccessionRefusal.NotFound;
        }
        if (firm.SuccessorId is null)
        {
            return SuccessionRefusal.NotSucceeded;
        }
        if (firm.Version != version)
        {
            return SuccessionRefusal.Stale;
        }
        firm.UndoSuccession();
        try
        {
            await change.Commit(new SuccessionUndone(firm.Subject, reason.Trim()), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SuccessionRefusal.Stale;
        }
        return firm;
    }
}
