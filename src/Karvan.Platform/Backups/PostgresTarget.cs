using System.Globalization;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Karvan.Platform.Backups;

/// <summary>What a PostgreSQL says of itself to those who copy from it or into it.</summary>
/// <param name="Version">Its major version.</param>
/// <param name="Schema">Where its tables are.</param>
/// <param name="Tables">Those that are there, with their schema and quoted.</param>
internal sealed record PostgresTarget(
    int Version,
    string Text,
    string Schema,
    IReadOnlyList<string> Tables,
    bool IsKarvan
)
{
    private const string Question = """
        SELECT current_setting('server_version_num'), current_setting('server_version'), coalesce(current_schema(), 'public'),
          to_regclass('"__EFMigrationsHistory"') IS NOT NULL AND to_regclass('"AuditChains"') IS NOT NULL,
          ARRAY(SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename)
        """;

    private const int Major = 10_000;

    /// <exception cref="UnusableBackupException">It does not answer.</exception>
    public static async Task<PostgresTarget> Ask(KarvanContext db, CancellationToken cancellation)
    {
        try
        {
            // Not by way of the context, which wraps what the server says.
            await db.Database.GetDbConnection().OpenAsync(cancellation);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Question;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            return new PostgresTarget(
                int.Parse(reader.GetString(0), CultureInfo.InvariantCulture) / Major,
                reader.GetString(1),
                reader.GetString(2),
                (string[])reader.GetValue(4),
                reader.GetBoolean(3)
            );
        }
        catch (NpgsqlException e)
        {
            throw new UnusableBackupException(
                $"the database does not open: {e.Message}; see whether it runs and the connection string is right"
            );
        }
    }
}
