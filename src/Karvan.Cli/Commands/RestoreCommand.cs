using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Platform.Backups;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan restore</c>: the state of a backup into an empty database.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var from = CheckedOption.PathTo("--from", "a backup");
        from.Description = "A file that karvan backup wrote.";
        from.HelpName = "FILE";
        var database = DatabaseOption.Build();
        var replace = new Option<bool>("--replace")
        {
            Description =
                "Let the Karvan that stands there go. Stop the application first, and back it up.",
        };
        var programs = PostgresProgramsOption.Build();
        var progress = ProgressLine.Option();
        var command = new Command(
            "restore",
            """
            Put the state of a backup into a database.

            The backup is read through and compared with its hash before anything is written, and the record of changes with the
            heads it was taken with. What stands there afterwards is the old state or the new one, never a part.

            Examples:
              karvan restore --from karvan.backup --database restored.db
              karvan restore --from karvan.backup --database "Host=db;Database=karvan;Username=karvan" --replace
            """
        )
        {
            from,
            database,
            replace,
            programs,
            progress,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                using var interrupt = new Interrupt();
                using var line = new ProgressLine(
                    ProgressLine.Wanted(parsed.GetValue(progress) ?? "")
                );
                var restore = new RestoreBackup(
                    PostgresProgramsOption.Given(parsed.GetValue(programs)),
                    new BackupProgress(line)
                );
                var (manifest, verdict) = await restore
                    .Run(
                        parsed.GetValue(from)!,
                        DatabaseOption.Given(parsed.GetValue(database)),
                        parsed.GetValue(replace),
                        interrupt.Token
                    )
                    .ConfigureAwait(false);
                line.Clear();
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the state of {manifest.At:yyyy-MM-dd'T'HH:mm:ss'Z'}: {verdict.Chains} chains, {verdict.Events} events, {manifest.Heads.Count} heads as in the backup"
                    )
                );
                return BrokenChains.Tell(verdict.Broken);
            }
        );
        return command;
    }
}
