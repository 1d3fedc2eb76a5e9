using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Karvan.Cli.Tests.Deploy;

/// <summary>The container file, as far as it can be checked without building it: every path and program it names is there.</summary>
public sealed partial class ContainerfileTests
{
    private static readonly string Text = File.ReadAllText(
            Path.Combine(Repository.Root, "deploy", "Containerfile")
        )
        .Replace("\\\n", " ", StringComparison.Ordinal);

    [Fact]
    public void Every_file_it_copies_is_there()
    {
        var copied = Copied();
        Assert.True(copied.Count > 10);
        Assert.All(copied, p => Assert.True(Path.Exists(Path.Combine(Repository.Root, p)), p));
    }

    [Fact]
    public void Every_project_is_copied_before_packages_are_fetched()
    {
        var before = Text[..Text.IndexOf("RUN dotnet restore", StringComparison.Ordinal)];
        foreach (
            var project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
        )
        {
            var name = Path.GetFileName(project);
            Assert.Contains($"src/{name}/{name}.csproj", before, StringComparison.Ordinal);
            Assert.Contains($"src/{name}/packages.lock.json", before, StringComparison.Ordinal);
        }
    }

    /// <summary>What projects take from outside their folders has to be in the build.</summary>
    [Fact]
    public void What_projects_reach_for_is_copied()
    {
        var copied = Copied();
        var reached = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src"),
                "*.csproj",
                SearchOption.AllDirectories
            )
            .SelectMany(p => XDocument.Load(p).Descendants().Attributes("Include"))
            .SelectMany(a => a.Value.Split(';'))
            .Where(v => v.StartsWith("../../", StringComparison.Ordinal))
            .Select(v => v["../../".Length..].Split('*')[0])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(reached);
        Assert.All(
            reached,
            folder =>
                Assert.Contains(copied, c => folder.StartsWith($"{c}/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void What_it_starts_is_what_the_projects_make()
    {
        Assert.Contains(
            "ENTRYPOINT [\"dotnet\", \"Karvan.Web.dll\"]",
            Text,
            StringComparison.Ordinal
        );
        Assert.True(
            File.Exists(Path.Combine(Repository.Root, "src", "Karvan.Web", "Karvan.Web.csproj"))
        );
        Assert.Contains("/opt/karvan/cli/karvan.dll", Text, StringComparison.Ordinal);
        Assert.True(File.Exists(EndToEnd.KarvanProgram.Path));
        var published = Published().Matches(Text).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Superset(new HashSet<string>(["src/Karvan.Web", "src/Karvan.Cli"]), published);
        Assert.All(
            published,
            p => Assert.True(Directory.Exists(Path.Combine(Repository.Root, p)), p)
        );
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_and_says_how_it_is()
    {
        var last = Text[Text.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];
        var user = last.IndexOf("\nUSER 10001\n", StringComparison.Ordinal);
        Assert.True(user > 0 && user < last.IndexOf("\nENTRYPOINT", StringComparison.Ordinal));
        Assert.DoesNotContain("USER root", last, StringComparison.Ordinal);
        Assert.Matches(@"HEALTHCHECK [\s\S]*/health/ready", last);
        Assert.Contains("postgresql-client", last, StringComparison.Ordinal);
        Assert.Contains("VOLUME [\"/var/lib/karvan\"", last, StringComparison.Ordinal);
        // The runtime is the one the projects are built for.
        var framework = XDocument
            .Load(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Descendants("TargetFramework")
            .Single()
            .Value;
        Assert.Contains(
            $"ARG DOTNET={framework["net".Length..]}\n",
            Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Sources that come from the repository, not from an earlier stage.</summary>
    private static List<string> Copied() =>
        [
            .. Text.Split('\n')
                .Where(l => l.StartsWith("COPY ", StringComparison.Ordinal))
                .Where(l => !l.Contains("--from=", StringComparison.Ordinal))
                .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]),
        ];

    [GeneratedRegex("dotnet (?:publish|restore) (src/[A-Za-z.]+)")]
    private static partial Regex Published();
}
