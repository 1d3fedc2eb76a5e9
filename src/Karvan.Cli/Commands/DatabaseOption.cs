using System.CommandLine;
using Karvan.Cli.Terminal;

namespace Karvan.Cli.Commands;

/// <summary>Which database a command works on.</summary>
internal static class DatabaseOption
{
    /// <summary>Where the application looks too.</summary>
    private const string Setting = "Karvan__Database";

    public static Option<string?> Build()
    {
        var option = CheckedOption.PerhapsPathTo("--database", "a database");
        option.Description =
            $"The path of an SQLite file, or a PostgreSQL connection string; {Setting} unless given.";
        option.HelpName = "DATABASE";
        return option;
    }

    /// <exception cref="UnusableRequestException">None is named.</exception>
    public static string Given(string? named)
    {
        var connection = named ?? Environment.GetEnvironmentVariable(Setting);
        return string.IsNullOrEmpty(connection)
            ? throw new UnusableRequestException(
                $"found no database, expected --database or {Setting}"
            )
            : connection;
    }
}
