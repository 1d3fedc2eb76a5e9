using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Telemetry;

/// <summary>A number that the database knows.</summary>
/// <param name="OnlyGrows">Whether it is a counter.</param>
/// <param name="Postgres">An expression that costs little whatever the size of the tables; null while nothing can be asked.</param>
/// <param name="Sqlite">The same there.</param>
public sealed record HouseFigure(
    string Name,
    string? Unit,
    string Description,
    bool OnlyGrows,
    string? Postgres,
    string? Sqlite
);

/// <summary>Asked of the database all at once, in one statement, when somebody wants to know them; instruments tell what was last heard.</summary>
public sealed class HouseFigures
{
    /// <summary>A figure more is a line more.</summary>
    public static readonly IReadOnlyList<HouseFigure> All =
    [
        Same(
            "karvan.outbox.waiting",
            "Messages that wait to be sent.",
            false,
            """SELECT count(*) FROM "Outbox" WHERE "SentAt" IS NULL"""
        ),
        // The chains know their lengths: events need not be counted.
        Same(
            "karvan.audit.events",
            "Events in the record of changes.",
            true,
            """SELECT coalesce(sum("Length"), 0) FROM "AuditChains" """
        ),
        new(
            "karvan.database.size",
            "By",
            "What the database takes on disk.",
            false,
            "SELECT pg_database_size(current_database())",
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        ),
        Same(
            "karvan.jobs.waiting",
            "Jobs that wait for a worker.",
            false,
            """SELECT count(*) FROM "Jobs" WHERE "State" = 'Waiting'"""
        ),
        Same(
            "karvan.jobs.running",
            "Jobs at work.",
            false,
            """SELECT count(*) FROM "Jobs" WHERE "State" = 'Running'"""
        ),
    ];

    private Answer last = new([], 0, null);

    internal IEnumerable<Measurement<int>> Up =>
        last.Seconds is null ? [] : [new Measurement<int>(last.Up)];

    internal IEnumerable<Measurement<double>> RoundTrip =>
        last.Seconds is { } seconds ? [new Measurement<double>(seconds)] : [];

    internal IEnumerable<Measurement<long>> Of(HouseFigure figure) =>
        last.Values.TryGetValue(figure.Name, out var value) ? [new Measurement<long>(value)] : [];

    /// <summary>Asks anew. A database that does not answer is a figure too, and no fault.</summary>
    public async Task Ask(KarvanContext db, CancellationToken cancellation = default)
    {
        var postgres = db.Database.IsNpgsql();
        var asked = All.Select(f => (f.Name, Sql: postgres ? f.Postgres : f.Sqlite))
            .Where(f => f.Sql is not null)
            .ToList();
        var started = Stopwatch.GetTimestamp();
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", asked.Select(f => $"({f.Sql})"))}";
            started = Stopwatch.GetTimestamp();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            var values = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var i = 0; i < asked.Count; i++)
            {
                values[asked[i].Name] = Convert.ToInt64(
                    reader.GetValue(i),
                    CultureInfo.InvariantCulture
                );
            }
            last = new Answer(values, 1, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        // The library wraps what the server said where it might pass by itself.
        catch (Exception e)
            when (e is DbException or InvalidOperationException { InnerException: DbException })
        {
            last = new Answer([], 0, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static HouseFigure Same(string name, string description, bool grows, string sql) =>
        new(name, null, description, grows, sql, sql);

    private sealed record Answer(Dictionary<string, long> Values, int Up, double? Seconds);
}
