using Karvan.Customs.Authorization;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Lines;

/// <summary>Takes a decision about a line back: the line counts again as the file says it, and nowhere else.</summary>
public sealed class WithdrawAdjustment(KarvanContext db, Changes changes, TimeProvider clock)
{
    public async Task<Outcome<CustomsAdjustment, LineRefusal>> Run(
        Guid id,
        int version,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return LineRefusal.NoReason;
        }
        await using var change = await changes.Begin(CustomsActs.AdjustLine, cancellation);
        await DatabaseLock.Take(db, CustomsLocks.Imports, cancellation);
        var made = await db.CustomsAdjustments.SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (made is null)
        {
            return LineRefusal.NotFound;
        }
        if (made.Version != version)
        {
            return LineRefusal.Stale;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (made.WithdrawnAt is not null)
        {
            return LineRefusal.NotInForce;
        }
        CustomsAdjustment? other = null;
        if (
            made.CounterpartId is { } counterpart
            && (other = await MovedLines.Reached(db, counterpart, cancellation)) is null
        )
        {
            return LineRefusal.OtherProvince;
        }
        foreach (var gone in new[] { made, other }.OfType<CustomsAdjustment>())
        {
            gone.Withdraw(reason.Trim(), now);
            await Snapshots.Flag(db, gone.Id, now, cancellation);
        }
        // It is told of from where the file has the line, whichever half somebody looked at.
        var (here, there) = other is { After: null } ? (other, made) : (made, other);
        try
        {
            await change.Commit(
                there is null
                    ? new CustomsAdjustmentWithdrawn(here)
                    : new CustomsAdjustmentWithdrawn(here, there),
                cancellation
            );
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return LineRefusal.Stale;
        }
        return made;
    }
}
