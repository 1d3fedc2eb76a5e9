using Karvan.Platform.Persistence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Karvan.Platform.Backups;

/// <summary>
/// One state of an SQLite file that is in use, page by page into another one. The state is that of the moment it begins: with
/// a write-ahead log one reading transaction holds nobody up, and others go on writing.
/// </summary>
internal static class SqliteCopy
{
    private const int PagesAtOnce = 2048;

    /// <returns>The version of SQLite.</returns>
    public static async Task<string> Take(
        string connection,
        string to,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        await using var source = await Open(connection, cancellation);
        // Kept open over all steps: without it, each step would begin again whenever somebody has written.
        await using var reading = source.BeginTransaction(deferred: true);
        await Ask(source, "SELECT count(*) FROM sqlite_schema", cancellation);
        await using var copy = new SqliteConnection(Text(to, SqliteOpenMode.ReadWriteCreate));
        await copy.OpenAsync(cancellation);
        await Ask(copy, "PRAGMA synchronous = OFF", cancellation);
        Copy(source, copy, watch, cancellation);
        // Whoever opens a copy without a log needs no files beside it; the application sets the log again.
        await Ask(copy, "PRAGMA journal_mode = DELETE", cancellation);
        return source.ServerVersion;
    }

    /// <summary>Holds every page and index of a file against the others.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static async Task<string?> FaultOf(
        string file,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        watch.Begin("checking the copy");
        try
        {
            await using var copy = new SqliteConnection(Text(file, SqliteOpenMode.ReadOnly));
            await copy.OpenAsync(cancellation);
            var found = await Ask(copy, "PRAGMA integrity_check(1)", cancellation);
            return found is "ok" ? null : found;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <summary>A context on a copy that nobody else has open, and that is not changed by looking.</summary>
    public static KarvanContext Look(string file) =>
        Databases.Open(Text(file, SqliteOpenMode.ReadOnly), WriteGate.Any());

    internal static string Text(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        }.ToString();

    internal static async Task<string?> Ask(
        SqliteConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(
            await command.ExecuteScalarAsync(cancellation),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task<SqliteConnection> Open(
        string connection,
        CancellationToken cancellation
    )
    {
        var file = Databases.FileOf(connection)!;
        // Opening would make an empty one.
        if (!File.Exists(file))
        {
            throw new UnusableBackupException($"{file}: found no such file, expected a database");
        }
        var source = new SqliteConnection(Text(file, SqliteOpenMode.ReadWrite));
        try
        {
            await source.OpenAsync(cancellation);
            await Ask(source, "PRAGMA busy_timeout = 10000", cancellation);
            await Ask(source, "SELECT count(*) FROM sqlite_schema", cancellation);
            return source;
        }
        catch (SqliteException e)
        {
            await source.DisposeAsync();
            throw new UnusableBackupException(
                $"{file}: found a file that SQLite does not open ({e.Message}), expected a database"
            );
        }
    }

    private static void Copy(
        SqliteConnection source,
        SqliteConnection copy,
        IBackupWatch watch,
        CancellationToken cancellation
    )
    {
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main");
        if (backup is null || backup.IsInvalid)
        {
            throw new IOException(
                $"the copy cannot begin: {raw.sqlite3_errmsg(copy.Handle).utf8_to_string()}"
            );
        }
        var begun = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = raw.sqlite3_backup_step(backup, PagesAtOnce);
            var pages = raw.sqlite3_backup_pagecount(backup);
            if (!begun)
            {
                watch.Begin("copying", "pages", pages);
                begun = true;
            }
            watch.Report(pages - raw.sqlite3_backup_remaining(backup));
            if (result == raw.SQLITE_DONE)
            {
                return;
            }
            // A full disk is told as such; nothing else can stand in the way of a state that is held.
            if (result != raw.SQLITE_OK)
            {
                throw new IOException(
                    $"copying stopped: {raw.sqlite3_errstr(result).utf8_to_string()}"
                );
            }
        }
    }
}
