using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Karvan.Platform.Persistence;

/// <summary>The file of an SQLite database, which somebody may take away while the program has it open.</summary>
internal static class DatabaseFile
{
    private const int CantOpen = 14;

    /// <summary>
    /// What is written into a file that has no name any more is lost, and nobody would be told: the system keeps such a file
    /// until its last reader closes it.
    /// </summary>
    /// <exception cref="SqliteException">The file does not stand where it was opened; nothing is written.</exception>
    public static void HoldInPlace(DbConnection connection)
    {
        if (
            connection is SqliteConnection { DataSource: { Length: > 0 } file }
            && file[0] is not ':'
            && !file.StartsWith("file:", StringComparison.Ordinal)
            && !File.Exists(file)
        )
        {
            throw new SqliteException(
                $"The database {file} does not stand where it was opened: it was moved or deleted. Put it back, or stop the program.",
                CantOpen
            );
        }
    }
}
