using System.Text.Json.Nodes;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>A map with exactly one key, whose name says which of several forms it is: a measure.</summary>
internal sealed record OneOfShape(string What, params Key[] Forms) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not MapNode { Entries.Count: 1 } map)
        {
            problems.Add(node, path, "not-one-of", node.Describe(), Describe());
            return;
        }
        var entry = map.Entries[0];
        var form = Forms.FirstOrDefault(f =>
            string.Equals(f.Name, entry.Key, StringComparison.Ordinal)
        );
        if (form is null)
        {
            var names = Forms.Select(f => f.Name).ToList();
            var suggestion = Suggestion.Nearest(entry.Key, names);
            problems.Add(
                entry.KeyAt,
                path,
                "unknown-form",
                $"the unknown {What} {ScalarNode.Quote(entry.Key)}",
                Describe(),
                suggestion
            );
            return;
        }
        form.Value.Check(entry.Value, Paths.Join(path, entry.Key), problems);
    }

    public override JsonObject Schema()
    {
        var forms = Forms.Select(f =>
            (JsonNode)new MapShape(f.Help, new Key(f.Name, f.Value, f.Help)).Schema()
        );
        return new JsonObject { ["oneOf"] = new JsonArray([.. forms]) };
    }

    public override string Describe() =>
        $"one {What}: " + string.Join(", ", Forms.Select(f => f.Name));
}

/// <summary>A map whose <paramref name="Tag"/> key says which further keys belong to it: a criterion and its kind.</summary>
internal sealed record KindShape(
    string What,
    string Tag,
    Key[] Common,
    params (string Kind, Key[] Keys)[] Kinds
) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        var tag = new ChoiceShape([.. Kinds.Select(k => k.Kind)]);
        if (node is MapNode map && map.Find(Tag) is ScalarNode { IsNull: false } word)
        {
            var kind = Kinds.FirstOrDefault(k =>
                string.Equals(k.Kind, word.Text, StringComparison.Ordinal)
            );
            if (kind.Keys is null)
            {
                tag.Check(word, Paths.Join(path, Tag), problems);
                return;
            }
            Variant(kind).Check(node, path, problems);
        }
        else
        {
            // Without a kind nobody knows which further keys belong: none of them is called unknown.
            var further = Kinds
                .SelectMany(k => k.Keys)
                .DistinctBy(k => k.Name, StringComparer.Ordinal)
                .Select(k => k with { Value = new AnythingShape(), Required = false });
            new MapShape(What, [.. Common, new Key(Tag, tag, ""), .. further]).Check(
                node,
                path,
                problems
            );
        }
    }

    public override JsonObject Schema() =>
        new() { ["oneOf"] = new JsonArray([.. Kinds.Select(k => (JsonNode)Variant(k).Schema())]) };

    public override string Describe() => What;

    private MapShape Variant((string Kind, Key[] Keys) kind) =>
        new(
            What,
            [
                .. Common,
                new Key(
                    Tag,
                    new ChoiceShape(kind.Kind),
                    "Which of the closed set of kinds this is."
                ),
                .. kind.Keys,
            ]
        );
}
