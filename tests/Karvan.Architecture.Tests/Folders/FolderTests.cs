using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Karvan.Architecture.Tests.Folders;

/// <summary>
/// A folder is a namespace, and folders of a project use each other one way. Parent and child are two folders here. What
/// is used is taken from the compiled assembly, so that the body of a method hides nothing.
/// </summary>
public sealed partial class FolderTests
{
    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(SourceFiles.Root, "src"))
                .Select(Path.GetFileName)
                .Cast<string>()
                .Where(project => SourceFiles.Under($"src/{project}").Count > 0)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_of_a_project_make_no_cycle(string project)
    {
        var cycles = Cycles(project).ToList();
        Assert.True(cycles.Count == 0, string.Join('\n', cycles));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_namespace_is_its_folder(string project)
    {
        var apart = SourceFiles
            .Under($"src/{project}")
            .Where(path =>
                Namespace(SourceFiles.Text(path)) is { Length: > 0 } found
                && !string.Equals(found, FolderOf(path), StringComparison.Ordinal)
            )
            .Select(path => $"{path}: {Namespace(SourceFiles.Text(path))}")
            .ToList();
        Assert.True(apart.Count == 0, string.Join('\n', apart));
    }

    [Fact]
    public void A_cycle_is_noticed_with_the_types_that_make_it()
    {
        var cycle = Assert.Single(CyclesOf(Assembly.GetExecutingAssembly(), Samples));
        Assert.Contains("One uses", cycle, StringComparison.Ordinal);
        // A call inside a method, a constant, a name asked for, a type argument: each is seen.
        Assert.Contains("BodyAlone → Called", cycle, StringComparison.Ordinal);
        Assert.Contains("ConstantAlone → Limits", cycle, StringComparison.Ordinal);
        Assert.Contains("LambdaAlone → Made", cycle, StringComparison.Ordinal);
        Assert.DoesNotContain("Unused", cycle, StringComparison.Ordinal);
    }

    private static string Samples => "tests/Karvan.Architecture.Tests/Folders/Samples";

    private static IEnumerable<string> Cycles(string project) =>
        CyclesOf(Assembly.Load(AssemblyOf(project)), $"src/{project}");

    private static IEnumerable<string> CyclesOf(Assembly assembly, string sources)
    {
        var constants = ConstantUses.Constants(assembly.Location);
        var uses = TypeUses.Of(assembly.Location).ToList();
        foreach (var path in SourceFiles.Under(sources))
        {
            var from = new ProjectType(
                Namespace(SourceFiles.Text(path)),
                Path.GetFileNameWithoutExtension(path)
            );
            uses.AddRange(
                ConstantUses.In(SourceFiles.Text(path), constants).Select(to => (from, to))
            );
        }
        return FolderCycles.In(uses);
    }

    /// <summary>The command line is called by its name alone.</summary>
    private static string AssemblyOf(string project) =>
        project is "Karvan.Cli" ? "karvan" : project;

    private static string FolderOf(string path) =>
        string.Join('.', path.Split('/').Skip(1).SkipLast(1));

    private static string Namespace(string source) =>
        Namespaces().Match(source).Groups["name"].Value;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespaces();
}
