using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Karvan.Platform.Persistence;

/// <summary>
/// What every connection to the file needs: readers that do not wait for the writer, commits that survive the loss of
/// power, references that hold. A context keeps its connection until it is disposed of: each opening makes all of EF's
/// functions anew, which takes longer than most questions. Nobody waits for an open file, as somebody does for a server's
/// connection.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    private const string ForReaders = "PRAGMA busy_timeout = 10000;";
    private const string ForWriters =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
        + ForReaders;

    /// <summary>What is set stays set while the pool keeps the file open.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
        {
            return;
        }
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
        if (!IsNew(connection))
        {
            return;
        }
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(InterceptionResult.Suppress());

    private bool IsNew(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && set.TryAdd(handle, handle);

    /// <summary>What opens the file only to look, as the check whether it exists does, may set nothing in it.</summary>
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode
        is SqliteOpenMode.ReadOnly
            ? ForReaders
            : ForWriters;
}
