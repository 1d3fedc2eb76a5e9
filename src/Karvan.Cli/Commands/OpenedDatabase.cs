using Karvan.Cli.Terminal;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Commands;

/// <summary>A database that a command works on: one that is there, and of this version.</summary>
internal static class OpenedDatabase
{
    /// <exception cref="UnusableRequestException">There is none, or not one of this version.</exception>
    public static async Task<KarvanContext> Open(string connection, CancellationToken cancellation)
    {
        // Opening would make an empty one.
        if (Databases.FileOf(connection) is { } file && !File.Exists(file))
        {
            throw new UnusableRequestException($"{file}: found no such file, expected a database");
        }
        var db = Databases.Open(connection, WriteGate.Any());
        try
        {
            var pending = await db
                .Database.GetPendingMigrationsAsync(cancellation)
                .ConfigureAwait(false);
            return pending.Any()
                ? throw new UnusableRequestException(
                    $"the database is of another version (it lacks {pending.First()}); start the application once to bring it up to date"
                )
                : db;
        }
        catch (Exception fault)
        {
            await db.DisposeAsync().ConfigureAwait(false);
            if (fault is System.Data.Common.DbException)
            {
                throw new UnusableRequestException(
                    $"the database does not open: {fault.Message}; see whether it runs and the connection string is right"
                );
            }
            throw;
        }
    }
}
