using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Karvan.Architecture.Tests;

/// <summary>
/// References point one way, as the drawing of the modules in CONTRIBUTING.md shows: each project uses those above it. The
/// oracle stands alone.
/// </summary>
public sealed partial class ReferenceTests
{
    private static readonly string[] Drawing =
    [
        .. Names()
            .Matches(
                File.ReadAllText(Path.Combine(SourceFiles.Root, "CONTRIBUTING.md"))
                    .Split("<!-- modules -->")[1]
            )
            .Select(m => m.Value),
    ];

    /// <summary>Each project of the drawing with those above it; the last two stand side by side.</summary>
    public static TheoryData<string, string> Drawn
    {
        get
        {
            var data = new TheoryData<string, string> { { "Karvan.Oracle", "" } };
            for (var i = 0; i < Drawing.Length; i++)
            {
                var above = Drawing[..Math.Min(i, Drawing.Length - 2)];
                data.Add(AssemblyOf(Drawing[i]), string.Join(' ', above));
            }
            return data;
        }
    }

    [Fact]
    public void Every_project_stands_in_the_drawing() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(
                    Path.Combine(SourceFiles.Root, "src"),
                    "*.csproj",
                    SearchOption.AllDirectories
                )
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            Drawing.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_project_uses_only_those_before_it(string assembly, string allowed) =>
        Assert.Empty(Forbidden(assembly, allowed));

    [Fact]
    public void A_forbidden_reference_is_noticed() =>
        Assert.Equal(["Karvan.Rules"], Forbidden("Karvan.Trade", "Karvan.Texts Karvan.Platform"));

    [Fact]
    public void The_oracle_reads_none_of_the_engine()
    {
        var files = SourceFiles.Under("tests/Karvan.Oracle");
        Assert.NotEmpty(files);
        Assert.Empty(
            files.SelectMany(f =>
                SourceRules.OtherProjects(SourceFiles.Text(f)).Select(found => $"{f}: {found}")
            )
        );
    }

    [Theory]
    [InlineData("using Karvan.Rules.Scoring;", "Karvan.Rules")]
    [InlineData("using Engine = Karvan.Trade.AddingUp.LineSums;", "Karvan.Trade")]
    [InlineData("var most = Karvan.Customs.Uploads.UploadLimits.Most;", "Karvan.Customs")]
    public void An_oracle_that_copies_is_noticed(string sample, string found) =>
        Assert.Equal([found], SourceRules.OtherProjects(sample));

    private static IEnumerable<string> Forbidden(string assembly, string allowed) =>
        Assembly
            .Load(assembly)
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("Karvan", StringComparison.OrdinalIgnoreCase))
            .Except(allowed.Split(' '), StringComparer.Ordinal);

    /// <summary>The command line's assembly is named as people type it.</summary>
    private static string AssemblyOf(string project) =>
        project == "Karvan.Cli" ? "karvan" : project;

    [GeneratedRegex(@"Karvan\.[A-Z]\w+")]
    private static partial Regex Names();
}
