using System.Data.Common;
using System.Globalization;
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

    /// <summary>Seconds that the driver takes where nothing is said, and seconds that are enough.</summary>
    private const int LeftAlone = 30;
    private const int Longest = 10;

    private const string ForWriters =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; ";

    /// <summary>What is set stays set while the pool keeps the file open.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        Limit(connection);
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
        Limit(connection);
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

    /// <summary>
    /// Whoever waits longer than this for another process's writing is told so: left alone, the driver tries on for half a
    /// minute. A connection string that says <c>Default Timeout</c> has the last word.
    /// </summary>
    private static void Limit(DbConnection connection)
    {
        var file = (SqliteConnection)connection;
        if (file.DefaultTimeout == LeftAlone)
        {
            file.DefaultTimeout = Longest;
        }
    }

    /// <summary>What opens the file only to look, as the check whether it exists does, may set nothing in it.</summary>
    private static string For(DbConnection connection)
    {
        // SQLite itself waits, and wakes as soon as it may: the driver would look a few times a second.
        var waits = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {((SqliteConnection)connection).DefaultTimeout * 1000};"
        );
        return
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode
            is SqliteOpenMode.ReadOnly
            ? waits
            : ForWriters + waits;
    }
}
