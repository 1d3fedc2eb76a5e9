using Karvan.Platform.Deadlines;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Modules;

/// <summary>Deadlines of all modules, of the records that whoever asks may see.</summary>
public sealed class DeadlineSearch(KarvanContext db)
{
    /// <returns>Those of the two days and the days between, the nearest first.</returns>
    public async Task<IReadOnlyList<(DeadlineKind Kind, Deadline Deadline)>> Between(
        DateOnly first,
        DateOnly last,
        CancellationToken cancellation = default
    )
    {
        var found = new List<(DeadlineKind Kind, Deadline Deadline)>();
        foreach (var kind in ModuleCatalog.All.SelectMany(m => m.Deadlines))
        {
            found.AddRange(
                (await kind.Between(db, first, last).ToListAsync(cancellation)).Select(d =>
                    (kind, d)
                )
            );
        }
        return
        [
            .. found
                .OrderBy(f => f.Deadline.Day)
                .ThenBy(f => f.Kind.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Deadline.SubjectId),
        ];
    }
}
