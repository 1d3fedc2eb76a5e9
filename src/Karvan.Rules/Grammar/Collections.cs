using System.Text.Json.Nodes;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>One key of a map: its name, whether it must be there, what stands behind it, and what it is for.</summary>
internal sealed record Key(string Name, Shape Value, string Help, bool Required = true);

/// <summary>A map with a closed set of keys. An unknown key is refused, never skipped.</summary>
internal sealed record MapShape(string What, params Key[] Keys) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not MapNode map)
        {
            problems.Add(node, path, "not-a-map", node.Describe(), Describe());
            return;
        }
        foreach (var entry in map.Entries)
        {
            var key = Keys.FirstOrDefault(k =>
                string.Equals(k.Name, entry.Key, StringComparison.Ordinal)
            );
            if (key is null)
            {
                var names = Keys.Select(k => k.Name).ToList();
                problems.Add(
                    entry.KeyAt,
                    Paths.Join(path, entry.Key),
                    "unknown-key",
                    $"the unknown key '{entry.Key}'",
                    "one of " + string.Join(", ", names),
                    Suggestion.Nearest(entry.Key, names)
                );
            }
            else
            {
                key.Value.Check(entry.Value, Paths.Join(path, entry.Key), problems);
            }
        }
        foreach (var key in Keys.Where(k => k.Required && map.Find(k.Name) is null))
        {
            problems.Add(
                node,
                Paths.Join(path, key.Name),
                "missing-key",
                "no such key",
                $"'{key.Name}': {key.Value.Describe()}"
            );
        }
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            var schema = key.Value.Schema();
            schema["description"] = key.Help;
            properties[key.Name] = schema;
        }
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["required"] = new JsonArray([
                .. Keys.Where(k => k.Required).Select(k => (JsonNode)k.Name),
            ]),
        };
    }

    public override string Describe() => What;
}

/// <summary>A map whose keys are names the officer chooses (list ids, class names), all with values of one shape.</summary>
internal sealed record NamesShape(string What, Shape Name, Shape Value, int Least = 1) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not MapNode map || map.Entries.Count < Least)
        {
            problems.Add(
                node,
                path,
                "not-a-map",
                node is MapNode ? "an empty map" : node.Describe(),
                Describe()
            );
            return;
        }
        foreach (var entry in map.Entries)
        {
            var entryPath = Paths.Join(path, entry.Key);
            Name.Check(new ScalarNode(entry.Key, true, entry.KeyAt), entryPath, problems);
            Value.Check(entry.Value, entryPath, problems);
        }
    }

    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "object",
            ["minProperties"] = Least,
            ["additionalProperties"] = Value.Schema(),
        };

    public override string Describe() => What;
}

/// <summary>A list with items of one shape.</summary>
internal sealed record ListShape(Shape Item, int Least = 1) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not ListNode list || list.Items.Count < Least)
        {
            problems.Add(
                node,
                path,
                "not-a-list",
                node is ListNode ? "an empty list" : node.Describe(),
                Describe()
            );
            return;
        }
        for (var i = 0; i < list.Items.Count; i++)
        {
            Item.Check(list.Items[i], Paths.Item(path, list.Items[i], i), problems);
        }
    }

    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "array",
            ["minItems"] = Least,
            ["items"] = Item.Schema(),
        };

    public override string Describe() => "a list, each item " + Item.Describe();
}

/// <summary>Several items in a fixed order, such as <c>[from, to, points]</c>; the shortest form may leave out the middle.</summary>
internal sealed record TupleShape(string What, params Shape[][] Forms) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        var form = node is ListNode list
            ? Forms.FirstOrDefault(f => f.Length == list.Items.Count)
            : null;
        if (form is null)
        {
            problems.Add(node, path, "wrong-length", node.Describe(), What);
            return;
        }
        for (var i = 0; i < form.Length; i++)
        {
            form[i].Check(((ListNode)node).Items[i], $"{path}[{i + 1}]", problems);
        }
    }

    public override JsonObject Schema()
    {
        var forms = Forms.Select(f =>
            (JsonNode)
                new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = f.Length,
                    ["maxItems"] = f.Length,
                    ["prefixItems"] = new JsonArray([.. f.Select(s => (JsonNode)s.Schema())]),
                }
        );
        return new JsonObject { ["description"] = What, ["anyOf"] = new JsonArray([.. forms]) };
    }

    public override string Describe() => What;
}

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
                $"the unknown {What} '{entry.Key}'",
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
            new MapShape(What, [new Key(Tag, tag, ""), .. Common]).Check(node, path, problems);
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

/// <summary>How a place in a rulebook is named in messages and patches.</summary>
internal static class Paths
{
    public static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;

    /// <summary>List items that carry an id are named by it, others by their number from 1.</summary>
    public static string Item(string path, TextNode item, int index) =>
        item is MapNode map && map.Find("id") is ScalarNode { IsNull: false } id
            ? Join(path, id.Text)
            : $"{path}[{index + 1}]";
}
