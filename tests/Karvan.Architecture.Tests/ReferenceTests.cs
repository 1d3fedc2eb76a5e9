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
    public void A_project_uses_only_those_before_it(string assembly, string allowed) =>
        Assert.Empty(Forbidden(assembly, allowed));

    [Fact]
    public void A_forbidden_reference_is_noticed() =>
        Assert.Equal(["Karvan.Rules"], Forbidden("Karvan.Trade", "Karvan.Core"));

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
    [InlineData("var most = Karvan.Core.Customs.UploadLimits.Most;", "Karvan.Core")]
    public void An_oracle_that_copies_is_noticed(string sample, string found) =>
        Assert.Equal([found], SourceRules.OtherProjects(sample));

    private static IEnumerable<string> Forbidden(string assembly, string allowed) =>
        Assembly
            .Load(assembly)
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("Karvan", StringComparison.OrdinalIgnoreCase))
            .Except(allowed.Split(' '), StringComparer.Ordinal);
}
