using Karvan.Platform.Persistence;

namespace Karvan.Platform.Recording;

/// <summary>Opens changes: whatever a use case writes, it writes inside one.</summary>
public sealed class Changes(KarvanContext db, TimeProvider clock)
{
    /// <summary>Begins a transaction; on SQLite it waits for its turn among the writers of this process.</summary>
    public async Task<Change> Begin(CancellationToken cancellation = default)
    {
        var turn = await db.WriteGate.Enter(cancellation);
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            return new Change(db, clock, transaction, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
