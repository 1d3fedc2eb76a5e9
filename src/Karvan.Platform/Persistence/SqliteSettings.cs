using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Karvan.Platform.Persistence;

/// <summary>
/// What every connection to the file needs: readers that do not wait for the writer, commits that survive the loss of
/// power, references that hold.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    private const string ForReaders = "PRAGMA busy_timeout = 10000;";
    private const string ForWriters =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
        + ForReaders;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What opens the file only to look, as the check whether it exists does, may set nothing in it.</summary>
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode
        is SqliteOpenMode.ReadOnly
            ? ForReaders
            : ForWriters;
}
