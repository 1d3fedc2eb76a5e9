using System.Collections.Concurrent;
using System.Reflection;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

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
        foreach (var record in await Lacking(db, cancellation))
        {
            await (Task)
                MakeOfOne
                    .MakeGenericMethod(record.ClrType)
                    .Invoke(null, [db, Of(record.ClrType)!.Value.Key, cancellation])!;
        }
    }

    /// <summary>
    /// Records of which one has no key. Asked in one plain statement: to put together the question that loads them takes an
    /// eighth of a start, and it is needed once after an upgrade.
    /// </summary>
    private static async Task<List<IEntityType>> Lacking(
        KarvanContext db,
        CancellationToken cancellation
    )
    {
        var kept = db.Model.GetEntityTypes().Where(t => Of(t.ClrType) is not null).ToList();
        var quoted = db.GetService<ISqlGenerationHelper>();
        var questions = kept.Select(t =>
        {
            var key = t.FindProperty(Of(t.ClrType)!.Value.Key)!.GetColumnName();
            var table = quoted.DelimitIdentifier(t.GetTableName()!, t.GetSchema());
            return $"CASE WHEN EXISTS (SELECT 1 FROM {table} WHERE {quoted.DelimitIdentifier(key)} = '') THEN 1 ELSE 0 END";
        });
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", questions)}";
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return [.. kept.Where((_, place) => reader.GetInt32(place) == 1)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
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
