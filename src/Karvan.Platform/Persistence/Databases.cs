using System.Diagnostics.CodeAnalysis;
using Karvan.Platform.Events;
using Karvan.Platform.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Platform.Persistence;

/// <summary>Which database Karvan stands on: one file of SQLite, or PostgreSQL where a connection string says so.</summary>
public static class Databases
{
    /// <summary>Made over the tables of all modules, and so above them.</summary>
    private const string Migrations = "Karvan.Migrations";

    private const string PostgresDefaults = "Max Auto Prepare=200;No Reset On Close=true;";

    /// <param name="connection">
    /// <c>Host=…</c> for PostgreSQL; <c>Data Source=…</c>, or the path of a file, for SQLite.
    /// </param>
    public static IServiceCollection AddKarvanDatabase(
        this IServiceCollection services,
        string connection
    )
    {
        if (IsPostgres(connection))
        {
            services.AddSingleton(WriteGate.Any());
            AddContexts<PostgresKarvanContext>(services, connection);
        }
        else
        {
            services.AddSingleton(WriteGate.OneAtATime());
            AddContexts<SqliteKarvanContext>(services, connection);
        }
        return services;
    }

    /// <summary>A context outside a container: tools and tests.</summary>
    public static KarvanContext Open(string connection, WriteGate gate) =>
        IsPostgres(connection)
            ? new PostgresKarvanContext(Options<PostgresKarvanContext>(connection), gate)
            : new SqliteKarvanContext(Options<SqliteKarvanContext>(connection), gate);

    /// <summary>
    /// Brings the schema up to date, makes the keys of order that are missing, and makes sure that every chain of events has its
    /// beginning. Doing it twice does nothing.
    /// </summary>
    public static async Task Migrate(KarvanContext db, CancellationToken cancellation = default)
    {
        // Asking is cheap; migrating makes a model of the schema that costs a second of every start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }
        await SortKeys.MakeMissing(db, cancellation);
        var known = await db.AuditChains.Select(c => c.Key).ToListAsync(cancellation);
        var chains = AuditChain.All.Select(c => AuditChain.Begin(c.Body, c.Province));
        var missing = chains.ExceptBy(known, c => c.Key, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            db.AuditChains.AddRange(missing);
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>
    /// Lets the database count what its tables hold, so that it chooses its ways by that: after many rows came at once. Left
    /// alone, PostgreSQL does it within minutes and SQLite never.
    /// </summary>
    public static Task Analyze(KarvanContext db, CancellationToken cancellation = default) =>
        db.Database.ExecuteSqlRawAsync("ANALYZE", cancellation);

    public static bool IsPostgres(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file that a connection to SQLite opens; null for PostgreSQL.</summary>
    public static string? FileOf(string connection) =>
        IsPostgres(connection)
            ? null
            : new SqliteConnectionStringBuilder(SqliteText(connection)).DataSource;

    /// <summary>
    /// Contexts are used again: making one takes as long as a question. Each begins as a fresh one, and sees nothing. Only
    /// the scope disposes of it, once: it is somebody else's afterwards.
    /// </summary>
    private static void AddContexts<T>(IServiceCollection services, string connection)
        where T : KarvanContext
    {
        services.AddPooledDbContextFactory<T>(o => Use(o, connection));
        services.AddScoped<KarvanContext>(s =>
        {
            var db = s.GetRequiredService<IDbContextFactory<T>>().CreateDbContext();
            db.SeeNothing();
            return db;
        });
    }

    private static DbContextOptions<T> Options<T>(string connection)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        Use(builder, connection);
        return builder.Options;
    }

    private static void Use(DbContextOptionsBuilder options, string connection)
    {
        if (IsPostgres(connection))
        {
            options.UseNpgsql(PostgresText(connection), o => o.MigrationsAssembly(Migrations));
            return;
        }
        options
            .UseSqlite(SqliteText(connection), o => o.MigrationsAssembly(Migrations))
            .AddInterceptors(SqliteSettings.Instance);
    }

    /// <summary>
    /// Statements that come again are parsed and planned once a connection: without it, planning costs as much as finding.
    /// Who sits behind a pooler that cannot keep them says <c>Max Auto Prepare=0</c>. Nor is a connection set back before it
    /// is used again: nothing here changes a session, and each question of a page takes one anew. Of what is said twice the
    /// later counts.
    /// </summary>
    private static string PostgresText(string connection) => PostgresDefaults + connection;

    private static string SqliteText(string connection) =>
        connection.Contains('=', StringComparison.Ordinal)
            ? connection
            : new SqliteConnectionStringBuilder { DataSource = connection }.ToString();
}
