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
                    "the unknown key " + ScalarNode.Quote(entry.Key),
                    "one of " + string.Join(", ", names) + CommaHint(entry),
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

    /// <summary>Between braces a comma ends a text: <c>{en: rice, peeled}</c> has a key "peeled" without a value.</summary>
    private static string CommaHint(MapEntry entry) =>
        entry.Value is ScalarNode { Quoted: false, Text: "" }
            ? "; a text with a comma must stand in quotes"
            : "";

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
internal sealed record NamesShape(
    string What,
    Shape Name,
    Shape Value,
    int Least = 1,
    int Most = 1000
) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not MapNode map || map.Entries.Count < Least)
        {
            problems.Add(node, path, "not-a-map", node.Describe(), Describe());
            return;
        }
        if (map.Entries.Count > Most)
        {
            problems.Add(node, path, "too-many", $"{map.Entries.Count} keys", $"at most {Most}");
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
            ["maxProperties"] = Most,
            ["propertyNames"] = Name.Schema(),
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
            problems.Add(node, path, "not-a-list", node.Describe(), Describe());
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
