using System.CommandLine;
using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Platform.Backups;

namespace Karvan.Cli.Commands;

/// <summary><c>karvan backup</c>: one state of a database in one file, while the application runs.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var database = DatabaseOption.Build();
        var output = CheckedOption.PathTo("--out", "a file or a folder");
        output.Description =
            "The file to write, which must not be there yet; or a folder, in which it is named by the moment.";
        output.HelpName = "FILE|FOLDER";
        var programs = PostgresProgramsOption.Build();
        var progress = ProgressLine.Option();
        var command = new Command(
            "backup",
            """
            Write one state of a database into a file, while the application runs.

            All of it is of the same moment, and nobody waits for it. The file tells what it holds and carries its hash and the
            heads of the record of changes, against which karvan restore checks it. It holds secrets: keep it as you keep the
            database. Exit code 3 when it is written and a chain of the record does not hold.

            Examples:
              karvan backup --database karvan.db --out karvan.backup
              karvan backup --database "Host=db;Database=karvan;Username=karvan" --out /var/backups/karvan
            """
        )
        {
            database,
            output,
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
                var take = new TakeBackup(
                    TimeProvider.System,
                    PostgresProgramsOption.Given(parsed.GetValue(programs)),
                    new BackupProgress(line)
                );
                var (path, manifest) = await take.Run(
                        DatabaseOption.Given(parsed.GetValue(database)),
                        parsed.GetValue(output)!,
                        interrupt.Token
                    )
                    .ConfigureAwait(false);
                line.Clear();
                return Tell(path, manifest);
            }
        );
        return command;
    }

    private static int Tell(string path, BackupManifest manifest)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {new FileInfo(path).Length} bytes, {manifest.Events} events, schema {manifest.Migration}"
            )
        );
        return BrokenChains.Tell(manifest.Broken);
    }
}
