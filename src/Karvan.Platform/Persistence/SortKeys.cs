using System.Collections.Concurrent;
using System.Reflection;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>Keys by which names are put in order, kept beside the names (decision 17).</summary>
internal static class SortKeys
{
    /// <summary>As many records are held at once while missing keys are made.</summary>
    private const int Batch = 500;

    private static readonly ConcurrentDictionary<Type, (string Key, string Name)?> Known = new();

    private static readonly MethodInfo MakeOfOne = typeof(SortKeys).GetMethod(
        nameof(MakeOf),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <returns>Which property of a record is such a key, and of which other one; null where there is none.</returns>
    public static (string Key, string Name)? Of(Type record) =>
        Known.GetOrAdd(
            record,
            type =>
                type.GetProperties()
                    .Select(p => (p.Name, Of: p.GetCustomAttribute<SortKeyOfAttribute>()))
                    .Where(p => p.Of is not null)
                    .Select(p => ((string, string)?)(p.Name, p.Of!.Property))
                    .SingleOrDefault()
        );

    /// <summary>After the name got the spelling in which it is kept.</summary>
    public static void Keep(EntityEntry record)
    {
        if (Of(record.Metadata.ClrType) is var (key, name))
        {
            record.Property(key).CurrentValue = PersianText.SortKey(
                (string?)record.Property(name).CurrentValue ?? ""
            );
        }
    }

    /// <summary>
    /// Makes the keys that are empty: a migration empties them when the order changes. Interrupted, it goes on at the next start.
    /// </summary>
    public static async Task MakeMissing(KarvanContext db, CancellationToken cancellation)
    {
        foreach (var record in db.Model.GetEntityTypes().Select(t => t.ClrType))
        {
            if (Of(record) is var (key, _))
            {
                await (Task)
                    MakeOfOne.MakeGenericMethod(record).Invoke(null, [db, key, cancellation])!;
            }
        }
    }

    private static async Task MakeOf<T>(
        KarvanContext db,
        string key,
        CancellationToken cancellation
    )
        where T : class
    {
        while (true)
        {
            var rows = await db.Set<T>()
                .IgnoreQueryFilters()
                .Where(r => EF.Property<string>(r, key) == "")
                .OrderBy(r => EF.Property<Guid>(r, nameof(Person.Id)))
                .Take(Batch)
                .ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return;
            }
            foreach (var row in rows)
            {
                Keep(db.Entry(row));
            }
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
