using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Architecture.Tests.Writes;

/// <summary>Writes that must be noticed, each hidden in another way. Nobody calls them.</summary>
internal static class WriteSamples
{
    public static Task<int> Plainly(IQueryable<string> rows) => rows.ExecuteDeleteAsync();

    public static async Task<int> Awaited(IQueryable<string> rows)
    {
        await Task.Yield();
        return await rows.ExecuteUpdateAsync(set => set.SetProperty(r => r.Length, 1));
    }

    public static Func<Task<int>> InsideALambda(DbContext db) =>
        async () => await db.Database.ExecuteSqlRawAsync("DELETE FROM \"People\"");

    public static object? ByHand(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        return Ask() ?? command.ExecuteNonQuery();

        object? Ask() => command.ExecuteScalar();
    }

    /// <summary>Names what is asked for and calls none of it: <c>db.Database.ExecuteSqlRaw("…")</c>.</summary>
    public static string OnlyNamed() => "ExecuteDeleteAsync, BulkRows.Into" + nameof(Plainly);

    internal static class Nested
    {
        public static IEnumerable<int> OneByOne(IQueryable<string> rows)
        {
            yield return rows.ExecuteDelete();
        }
    }
}
