using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan audit</c>: the record of changes, held against itself and against what was published of it.</summary>
internal static class AuditCommand
{
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
        var database = DatabaseOption.Build();
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
                await using var db = await OpenedDatabase
                    .Open(DatabaseOption.Given(parsed.GetValue(database)), cancellation)
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
        var database = DatabaseOption.Build();
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
                await using var db = await OpenedDatabase
                    .Open(DatabaseOption.Given(parsed.GetValue(database)), cancellation)
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
        return BrokenChains.Tell(verdict.Broken);
    }
}
