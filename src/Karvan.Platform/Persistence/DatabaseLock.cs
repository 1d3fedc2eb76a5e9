using Karvan.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>
/// A lock for checks that no unique index can make: periods that must not overlap, a chain that must not close. A change takes it
/// before it looks; whoever comes next waits until that change is over, and then sees what it left.
/// </summary>
[NotRecorded]
public sealed class DatabaseLock
{
    private DatabaseLock() { }

    public string Key { get; private set; } = "";
    public long Taken { get; private set; }

    /// <summary>Only inside a change: the lock is given back when it ends.</summary>
    /// <exception cref="InvalidOperationException">There is no such lock.</exception>
    public static async Task Take(
        KarvanContext db,
        string key,
        CancellationToken cancellation = default
    )
    {
        var taken = await db.Set<DatabaseLock>()
            .Where(t => t.Key == key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Taken, t => t.Taken + 1),
                cancellation
            );
        if (taken != 1)
        {
            throw new InvalidOperationException($"There is no lock '{key}'.");
        }
    }
}
