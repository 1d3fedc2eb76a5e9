using System.Reflection;
using Xunit;

namespace Karvan.Architecture.Tests;

/// <summary>References point one way: Web → Core → Trade → Rules → Texts, Cli → Core; the oracle stands alone.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Karvan.Texts", "")]
    [InlineData("Karvan.Rules", "Karvan.Texts")]
    [InlineData("Karvan.Trade", "Karvan.Texts Karvan.Rules")]
    [InlineData("karvan", "Karvan.Texts Karvan.Rules Karvan.Trade Karvan.Core")]
    [InlineData("Karvan.Core", "Karvan.Texts Karvan.Rules Karvan.Trade")]
    [InlineData("Karvan.Web", "Karvan.Texts Karvan.Rules Karvan.Trade Karvan.Core")]
    [InlineData("Karvan.Oracle", "")]
    public void A_project_uses_only_those_before_it(string assembly, string allowed)
    {
        var used = Used(Assembly.Load(assembly));
        Assert.Subset(
            allowed
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ToHashSet(StringComparer.Ordinal),
            used
        );
    }

    [Fact]
    public void A_forbidden_reference_is_noticed() =>
        Assert.Contains("Karvan.Rules", Used(Assembly.Load("Karvan.Trade")));

    [Fact]
    public void The_oracle_reads_none_of_the_engine()
    {
        var files = SourceFiles.Under("tests/Karvan.Oracle");
        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files,
            f =>
                SourceFiles.Text(f).Contains("using Karvan.Rules", StringComparison.Ordinal)
                || SourceFiles.Text(f).Contains("using Karvan.Trade", StringComparison.Ordinal)
        );
    }

    private static HashSet<string> Used(Assembly assembly) =>
        [
            .. assembly
                .GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(n => n.StartsWith("Karvan", StringComparison.OrdinalIgnoreCase)),
        ];
}
