using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Karvan.Platform.Backups;

/// <summary>Where PostgreSQL's own programs are, of a version that fits a server.</summary>
/// <param name="folder">The only place to look, where somebody named one.</param>
public sealed partial class PostgresPrograms(string? folder)
{
    /// <summary>Names the folder, where no option does.</summary>
    public const string Setting = "KARVAN_PG_BIN";

    private const string DebianPlace = "/usr/lib/postgresql";

    /// <param name="server">The server's version; a program may be newer, and never older.</param>
    /// <returns>The path of the program: of the server's version if there is one, else of the next.</returns>
    /// <exception cref="UnusableBackupException">There is none, or only older ones.</exception>
    public async Task<string> Find(string name, int server, CancellationToken cancellation)
    {
        var found = new List<(string Path, int Version)>();
        foreach (
            var path in Places().Select(p => Path.Combine(p, name)).Distinct(StringComparer.Ordinal)
        )
        {
            if (File.Exists(path) && await VersionOf(path, cancellation) is { } version)
            {
                found.Add((path, version));
            }
        }
        var fitting = found.Where(f => f.Version >= server).OrderBy(f => f.Version).ToList();
        if (fitting.Count > 0)
        {
            return fitting[0].Path;
        }
        var seen =
            found.Count == 0
                ? $"no {name}"
                : string.Join(" and ", found.Select(f => $"{f.Path} of version {f.Version}"));
        throw new UnusableBackupException(
            $"found {seen}{(folder is null ? "" : $" in {folder}")}, expected {name} of version {server} or newer, as the server; install postgresql-client-{server}, or name its folder with --pg-bin or {Setting}"
        );
    }

    private IEnumerable<string> Places()
    {
        if (folder is not null)
        {
            return [folder];
        }
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        // Debian keeps each version in a folder of its own, and puts none of them on the path.
        return Directory.Exists(DebianPlace)
            ?
            [
                .. path,
                .. Directory.GetDirectories(DebianPlace).Select(d => Path.Combine(d, "bin")),
            ]
            : path;
    }

    private static async Task<int?> VersionOf(string path, CancellationToken cancellation)
    {
        try
        {
            await using var run = ProgramRun.Start(
                path,
                ["--version"],
                new Dictionary<string, string?>(StringComparer.Ordinal)
            );
            run.Input.Close();
            using var reader = new StreamReader(run.Output);
            var said = await reader.ReadToEndAsync(cancellation);
            await run.End(cancellation);
            var match = Version().Match(said);
            return match.Success
                ? int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            // It cannot be run: as good as none.
            return null;
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>[0-9]+)")]
    private static partial Regex Version();
}
