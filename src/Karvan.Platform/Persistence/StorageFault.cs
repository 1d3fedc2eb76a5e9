using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Karvan.Platform.Persistence;

/// <summary>Faults of what keeps the data and not of the program: nothing was saved, and the same may be tried again.</summary>
public static class StorageFault
{
    /// <summary>How long a full disk or a database that is away is left alone before it is worth another try.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>ENOSPC: no space left on the device.</summary>
    private const int NoSpace = 28;

    // Primary result codes of SQLite.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CantOpen = 14;

    /// <summary>Classes of states: no resources, an operator steps in, a fault of the system, a connection that is gone.</summary>
    private static readonly string[] Classes = ["53", "57P", "58", "08"];

    /// <summary>A lock that was not to be had; a server that only reads.</summary>
    private static readonly string[] States = ["55P03", "25006"];

    public static bool Is(Exception? fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            var found = e switch
            {
                SqliteException sqlite => sqlite.SqliteErrorCode
                    is Busy
                        or Locked
                        or ReadOnly
                        or IoError
                        or Full
                        or CantOpen,
                PostgresException postgres => States.Contains(
                    postgres.SqlState,
                    StringComparer.Ordinal
                )
                    || Array.Exists(
                        Classes,
                        c => postgres.SqlState.StartsWith(c, StringComparison.Ordinal)
                    ),
                NpgsqlException npgsql => npgsql.IsTransient
                    || npgsql.InnerException is SocketException or IOException or TimeoutException,
                IOException io => (io.HResult & 0xFFFF) == NoSpace,
                _ => false,
            };
            if (found)
            {
                return true;
            }
        }
        return false;
    }
}
