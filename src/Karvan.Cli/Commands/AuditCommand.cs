using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Core.Audit;
using Karvan.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan audit</c>: the record of changes, held against itself and against what was published of it.</summary>
internal static class AuditCommand
{
    /// <summary>Where the application looks too.</summary>
    private const string Setting = "Karvan__Database";

    private const string HeadsColumns = "chain,number,hash";

    public static Command Build()
    {
        var command = new Command(
            "audit",
            """
            Check the record of changes of a database.

            Example:
              karvan audit verify --database karvan.db
            """
        );
        command.Subcommands.Add(Verify());
        command.Subcommands.Add(Heads());
        return command;
    }

    private static Command Verify()
    {
        var database = Database();
        var heads = CheckedOption.PerhapsPathTo("--heads", "a file of published heads");
        heads.Description = "Heads as they were published earlier, CSV: chain, number, hash.";
        heads.HelpName = "FILE";
        var command = new Command(
            "verify",
            """
            Compute every hash of every chain of events anew. Exit code 3 when a chain does not hold.

            Examples:
              karvan audit verify --database karvan.db
              karvan audit verify --database "Host=db;Database=karvan;Username=karvan" --heads heads.csv
            """
        )
        {
            database,
            heads,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var published = parsed.GetValue(heads) is { } file ? ChainHeadsFile.Read(file) : [];
                await using var db = await Open(parsed.GetValue(database), cancellation)
                    .ConfigureAwait(false);
                var verdict = await new AuditVerification(db)
                    .Run(published, cancellation)
                    .ConfigureAwait(false);
                return Tell(verdict, published.Count);
            }
        );
        return command;
    }

    private static Command Heads()
    {
        var database = Database();
        var command = new Command(
            "heads",
            """
            Print the newest link of every chain as CSV, to be kept where nobody can write over it.

            Example:
              karvan audit heads --database karvan.db > heads.csv
            """
        )
        {
            database,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var db = await Open(parsed.GetValue(database), cancellation)
                    .ConfigureAwait(false);
                var heads = await new AuditSearch(db).Heads(cancellation).ConfigureAwait(false);
                Console.WriteLine(HeadsColumns);
                foreach (var head in heads)
                {
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{head.Chain},{head.Number},{head.Hash}"
                        )
                    );
                }
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static int Tell(AuditVerdict verdict, int published)
    {
        var heads = published == 0 ? "" : $", {published} published heads";
        Console.WriteLine($"{verdict.Chains} chains, {verdict.Events} events{heads}");
        foreach (var broken in verdict.Broken)
        {
            Say.Error(
                $"chain {broken.Chain}, event {broken.Number}: found {broken.Found}, expected {broken.Expected}"
            );
        }
        Console.WriteLine(
            verdict.Broken.Count == 0 ? "every chain holds" : "not every chain holds"
        );
        return verdict.Broken.Count == 0 ? ExitCode.Good : ExitCode.BrokenChain;
    }

    private static Option<string?> Database()
    {
        var option = CheckedOption.PerhapsPathTo("--database", "a database");
        option.Description =
            $"The path of an SQLite file, or a PostgreSQL connection string; {Setting} unless given.";
        option.HelpName = "DATABASE";
        return option;
    }

    /// <exception cref="UnusableRequestException">There is none, or not one of this version.</exception>
    private static async Task<KarvanContext> Open(string? named, CancellationToken cancellation)
    {
        var connection = named ?? Environment.GetEnvironmentVariable(Setting);
        if (string.IsNullOrEmpty(connection))
        {
            throw new UnusableRequestException(
                $"found no database, expected --database or {Setting}"
            );
        }
        // Opening would make an empty one.
        if (Databases.FileOf(connection) is { } file && !File.Exists(file))
        {
            throw new UnusableRequestException($"{file}: found no such file, expected a database");
        }
        var db = Databases.Open(connection, Writers.Any());
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
