using System.Text.Json.Nodes;
using Karvan.Rules.Cases;
using Karvan.Rules.Tests.Loading;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Grammar;

public sealed class CaseSchemaTests
{
    [Fact]
    public void ShippedCases_FitTheirSchema()
    {
        var schema = JsonNode.Parse(CaseSchema.Write())!.AsObject();
        var files = Directory.GetFiles(
            Repository.PathOf("rulebooks/exemplary-exporter/cases"),
            "*.yaml",
            SearchOption.AllDirectories
        );

        var faults = files.SelectMany(path =>
            SchemaCheck.Run(schema, YamlTree.Parse(File.ReadAllText(path)))
        );

        Assert.Empty(faults);
        Assert.NotEmpty(files);
    }
}
