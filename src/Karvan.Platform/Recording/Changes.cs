using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Recording;

/// <summary>Opens changes: whatever a use case writes, it writes inside one.</summary>
public sealed class Changes(KarvanContext db, TimeProvider clock, Reactions reactions)
{
    /// <summary>Begins a transaction; on SQLite it waits for its turn among the writers of this process.</summary>
    /// <param name="act">What is about to be done; the commit refuses a record that it does not reach.</param>
    /// <exception cref="InvalidOperationException">A change of this context is open: it would wait for itself.</exception>
    public async Task<Change> Begin(Act act, CancellationToken cancellation = default)
    {
        if (db.Recorder is Change open)
        {
            throw new InvalidOperationException(
                $"A change for {act} was begun while one for {open.Act} is open in the same context: commit that one first, or let it do both."
            );
        }
        var turn = await db.WriteGate.Enter(cancellation);
        try
        {
            DatabaseFile.HoldInPlace(db.Database.GetDbConnection());
            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            return new Change(db, clock, act, reactions, transaction, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
