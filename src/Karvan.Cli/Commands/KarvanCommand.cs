using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Platform.Backups;
using Karvan.Rules.Facts;
using Karvan.Trade.Files;

namespace Karvan.Cli.Commands;

/// <summary>The root of the command line.</summary>
internal static class KarvanCommand
{
    private const string About = """
        Karvan scores a province's exporters on a rulebook, exactly, and explains every point.

        Examples:
          karvan demo --exporters 2000 --lines 200000 --seed 7 --out out/d
          karvan score --rulebook rulebooks/exemplary-exporter/1402.yaml --input out/d --out out/r --winners 5
          karvan explain --result out/r --exporter 10686693776 --lang en
          karvan rulebook check rulebooks/exemplary-exporter/1402.yaml
        """;

    public static RootCommand Build()
    {
        var root = new RootCommand(About);
        root.Subcommands.Add(ScoreCommand.Build());
        root.Subcommands.Add(ExplainCommand.Build());
        root.Subcommands.Add(RulebookCommand.Build());
        root.Subcommands.Add(DemoCommand.Build());
        root.Subcommands.Add(TechnologyCommand.Build());
        root.Subcommands.Add(ImportCommand.Build());
        root.Subcommands.Add(CampaignCommand.Build());
        root.Subcommands.Add(AdminCommand.Build());
        root.Subcommands.Add(AuditCommand.Build());
        root.Subcommands.Add(BackupCommand.Build());
        root.Subcommands.Add(RestoreCommand.Build());
        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var root = Build();
        Shorten(root, args);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Say.Error(error.Message);
            }
            Say.Note("See karvan --help, or karvan COMMAND --help.");
            return ExitCode.Unusable;
        }
        try
        {
            return await parsed
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Say.Error("stopped; nothing was written");
            return ExitCode.Stopped;
        }
        catch (Exception e)
            when (e
                    is UnusableInputException
                        or UnusableRequestException
                        or UnusableBackupException
                        or SumTooLargeException
            )
        {
            Say.Error(e.Message);
            return ExitCode.Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder without permission: nothing the program could have done otherwise.
            Say.Error($"{e.Message}; make room or give permission, and run it again");
            return ExitCode.Unusable;
        }
        catch (Exception e)
        {
            Say.Error("a fault of the program; please report it with these lines:");
            Say.Note(e.ToString());
            return ExitCode.Fault;
        }
    }

    /// <summary>A list of commands tells each in its first lines; the rest of its help comes when it is asked for itself.</summary>
    private static void Shorten(Command parent, ReadOnlySpan<string> args)
    {
        foreach (var command in parent.Subcommands)
        {
            if (args.Length > 0 && string.Equals(args[0], command.Name, StringComparison.Ordinal))
            {
                Shorten(command, args[1..]);
            }
            else
            {
                command.Description = command.Description?.Split("\n\n")[0];
            }
        }
    }
}
