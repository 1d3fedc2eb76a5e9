using System.Diagnostics;
using Xunit;

namespace Karvan.Cli.Tests.Deploy;

/// <summary>The units of systemd: read by hand everywhere, and by systemd itself where it is.</summary>
public sealed class UnitFileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    /// <summary>What a unit has to say, and how; a value that is not looked at is null.</summary>
    private static readonly (string Unit, string Section, string Key, string? Value)[] Needed =
    [
        ("karvan.service", "Service", "User", "karvan"),
        ("karvan.service", "Service", "StateDirectory", "karvan"),
        ("karvan.service", "Service", "StateDirectoryMode", "0700"),
        ("karvan.service", "Service", "Restart", "on-failure"),
        ("karvan.service", "Service", "KillSignal", "SIGTERM"),
        ("karvan.service", "Service", "TimeoutStopSec", null),
        ("karvan.service", "Service", "ProtectSystem", "strict"),
        ("karvan.service", "Service", "ProtectHome", "true"),
        ("karvan.service", "Service", "NoNewPrivileges", "true"),
        ("karvan.service", "Service", "CapabilityBoundingSet", ""),
        ("karvan.service", "Install", "WantedBy", "multi-user.target"),
        ("karvan-backup.service", "Service", "Type", "oneshot"),
        ("karvan-backup.service", "Service", "User", "karvan"),
        ("karvan-backup.service", "Service", "ProtectSystem", "strict"),
        ("karvan-backup.service", "Service", "ReadWritePaths", "/var/backups/karvan"),
        ("karvan-backup.timer", "Timer", "Persistent", "true"),
        ("karvan-backup.timer", "Timer", "OnCalendar", null),
        ("karvan-backup.timer", "Install", "WantedBy", "timers.target"),
    ];

    private static readonly string[] Sections = ["[Unit]", "[Service]", "[Timer]", "[Install]"];

    /// <summary>Keys that may stand more than once.</summary>
    private static readonly string[] Several = ["Environment", "SystemCallFilter"];

    public static TheoryData<string> Units =>
        ["karvan.service", "karvan-backup.service", "karvan-backup.timer"];

    [Theory]
    [MemberData(nameof(Units))]
    public void Every_line_is_a_section_a_key_or_a_comment(string unit)
    {
        var lines = Lines(unit);
        Assert.NotEmpty(lines);
        Assert.Distinct(
            lines
                .Where(l => !Several.Contains(l.Key, StringComparer.Ordinal))
                .Select(l => $"{l.Section}.{l.Key}")
        );
        foreach (var (_, section, key, value) in Needed.Where(n => n.Unit == unit))
        {
            var found = Assert.Single(lines, l => l.Section == section && l.Key == key);
            Assert.Equal(value ?? found.Value, found.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Systemd_finds_nothing_wrong(string unit)
    {
        // Where there is no systemd, the test above reads every key by hand.
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            return;
        }
        var start = new ProcessStartInfo("/usr/bin/systemd-analyze")
        {
            ArgumentList = { "verify", "--man=no", Path.Combine(Folder, unit) },
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        // What is not installed here is no fault of the unit.
        var faults = said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l.Contains(unit, StringComparison.Ordinal))
            .Where(l => !l.Contains("is not executable", StringComparison.Ordinal));
        Assert.Empty(faults);
    }

    /// <summary>The programs that units start are those the projects make, with commands and options they know.</summary>
    [Fact]
    public async Task Units_start_what_there_is()
    {
        var application = Value("karvan.service", "ExecStart").Split(' ');
        Assert.Equal("/opt/karvan/web/Karvan.Web.dll", application[^1]);
        Assert.Equal("/opt/karvan/web", Value("karvan.service", "WorkingDirectory"));
        var backup = Value("karvan-backup.service", "ExecStart").Split(' ');
        Assert.Equal("/opt/karvan/cli/karvan.dll", backup[1]);
        using var scratch = new Scratch();
        // As the unit says it, in a folder of the test and on a database that is not there: the options are understood.
        string[] words = [.. backup[2..^1], scratch.Folder, "--database", scratch["no.db"]];
        var ran = await EndToEnd.KarvanProgram.RunHere(words);
        Assert.Contains("no.db: found no such file", ran.Error, StringComparison.Ordinal);
    }

    /// <summary>The application, its backup and the container agree on where the database is.</summary>
    [Fact]
    public void All_mean_the_same_database()
    {
        const string Setting = "Karvan__Database=/var/lib/karvan/karvan.db";
        Assert.Contains(Lines("karvan.service"), l => l.Value == Setting);
        Assert.Contains(Lines("karvan-backup.service"), l => l.Value == Setting);
        Assert.Contains(
            Setting,
            File.ReadAllText(Path.Combine(Folder, "Containerfile")),
            StringComparison.Ordinal
        );
    }

    private static string Value(string unit, string key) =>
        Assert.Single(Lines(unit), l => l.Key == key).Value;

    private static List<(string Section, string Key, string Value)> Lines(string unit)
    {
        var section = "";
        var lines = new List<(string, string, string)>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, unit)))
        {
            if (line.Length == 0 || line[0] is '#')
            {
                continue;
            }
            if (line[0] is '[')
            {
                Assert.Contains(line, Sections);
                section = line.Trim('[', ']');
                continue;
            }
            var at = line.IndexOf('=', StringComparison.Ordinal);
            Assert.True(at > 0 && section.Length > 0, $"{unit}: {line}");
            lines.Add((section, line[..at], line[(at + 1)..]));
        }
        return lines;
    }
}
