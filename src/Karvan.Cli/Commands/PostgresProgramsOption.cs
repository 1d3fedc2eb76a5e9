using System.CommandLine;
using Karvan.Cli.Terminal;
using Karvan.Platform.Backups;

namespace Karvan.Cli.Commands;

/// <summary>Where PostgreSQL's own programs are.</summary>
internal static class PostgresProgramsOption
{
    public static Option<string?> Build()
    {
        var option = CheckedOption.PerhapsPathTo("--pg-bin", "a folder");
        option.Description =
            $"The folder of pg_dump, pg_restore and psql; {PostgresPrograms.Setting} unless given, else the path and Debian's folders.";
        option.HelpName = "FOLDER";
        return option;
    }

    public static PostgresPrograms Given(string? named)
    {
        var folder = named ?? Environment.GetEnvironmentVariable(PostgresPrograms.Setting);
        return new PostgresPrograms(string.IsNullOrEmpty(folder) ? null : folder);
    }
}
