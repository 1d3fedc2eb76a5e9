using System.Text.Json.Nodes;
using Karvan.Rules.Grammar;
using Karvan.Rules.Tests.Loading;
using Karvan.Rules.Text;
using Xunit;

namespace Karvan.Rules.Tests.Grammar;

public sealed class RulebookSchemaTests
{
    /// <summary>Faults that a schema can see; sums, orders and references are the loader's alone.</summary>
    private static readonly string[] ShapeCodes =
    [
        "unknown-key",
        "missing-key",
        "not-text",
        "not-a-map",
        "not-a-list",
        "not-a-number",
        "not-one-of",
        "number-for-text",
        "bad-word",
        "unknown-word",
        "unknown-form",
        "wrong-length",
        "too-many",
    ];

    private static readonly JsonObject Schema = JsonNode.Parse(RulebookSchema.Write())!.AsObject();

    [Fact]
    public void CommittedSchema_IsTheOneTheGrammarMakes() =>
        Assert.Equal(
            RulebookSchema.Write(),
            File.ReadAllText(Repository.PathOf("rulebooks/rulebook.schema.json"))
        );

    [Fact]
    public void EveryReference_Resolves()
    {
        var references = Descendants(Schema)
            .OfType<JsonObject>()
            .Select(node => (string?)node["$ref"])
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            Schema["$defs"]!
                .AsObject()
                .Select(d => "#/$defs/" + d.Key)
                .Order(StringComparer.Ordinal),
            references,
            StringComparer.Ordinal
        );
    }

    [Theory]
    [InlineData("rulebooks/exemplary-exporter/1402.yaml")]
    [InlineData("tests/Karvan.Rules.Tests/BadFiles/good.yaml")]
    [InlineData("tests/Karvan.Rules.Tests/BadFiles/good-accepting.yaml")]
    [InlineData("rulebooks/exemplary-exporter/earlier/1402-1.yaml")]
    public void GoodBook_FitsTheSchema(string path) =>
        Assert.Empty(SchemaCheck.Run(Schema, Read(Repository.PathOf(path))));

    [Fact]
    public void BookOfTheWrongShape_DoesNotFitTheSchema()
    {
        var tried = 0;
        var folder = Repository.PathOf("tests/Karvan.Rules.Tests/BadFiles");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "Broken"), "*.yaml"))
        {
            var beside = Path.Combine(folder, Path.GetFileName(path));
            var load = Repository.Load(File.ReadAllText(path), beside);
            var shape = load.Problems.Any(problem =>
                problem.Reading is null && ShapeCodes.Contains(problem.Code, StringComparer.Ordinal)
            );
            if (shape)
            {
                tried++;
                Assert.True(SchemaCheck.Run(Schema, Read(path)).Count > 0, path);
            }
        }
        Assert.True(tried > 40, $"Only {tried} broken books were tried.");
    }

    private static TextNode Read(string path) => YamlTree.Parse(File.ReadAllText(path));

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        var inner = node switch
        {
            JsonObject map => map.Select(entry => entry.Value),
            JsonArray list => list,
            _ => [],
        };
        return inner.OfType<JsonNode>().SelectMany(Descendants).Prepend(node);
    }
}
