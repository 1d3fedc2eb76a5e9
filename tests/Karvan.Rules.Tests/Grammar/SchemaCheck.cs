using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Karvan.Rules.Text;

namespace Karvan.Rules.Tests.Grammar;

/// <summary>
/// Checks content against a JSON schema as an editor does, reading plain scalars by YAML 1.2.
/// It knows the keywords our schema uses and fails on any other, so that none is overlooked.
/// </summary>
internal sealed partial class SchemaCheck(JsonObject root)
{
    private static readonly string[] Notes = ["$schema", "$defs", "title", "description"];

    public List<string> Faults { get; } = [];

    public static List<string> Run(JsonObject schema, TextNode content)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, content, "");
        return check.Faults;
    }

    private void Check(JsonObject schema, TextNode node, string path)
    {
        foreach (var (keyword, value) in schema)
        {
            if (
                !Notes.Contains(keyword, StringComparer.Ordinal)
                && !Holds(keyword, value!, node, path)
            )
            {
                Faults.Add($"{path} {node.At}: {keyword} {value!.ToJsonString()}");
            }
        }
        CheckEntries(schema, node, path);
    }

    private bool Holds(string keyword, JsonNode value, TextNode node, string path) =>
        keyword switch
        {
            "$ref" => Fits(Definition((string)value!), node, path),
            "type" => Words(value).Any(type => IsOf(type, node)),
            "enum" => node is ScalarNode word
                && Words(value).Contains(word.Text, StringComparer.Ordinal),
            "pattern" => !IsOf("string", node) || Matches((string)value!, (ScalarNode)node),
            "minLength" => !IsOf("string", node) || ((ScalarNode)node).Text.Length >= (int)value,
            "minimum" => Number(node) is not { } number || number >= (decimal)value,
            "maximum" => Number(node) is not { } number || number <= (decimal)value,
            "anyOf" => value.AsArray().Any(form => Fits(form!.AsObject(), node, path)),
            "oneOf" => value.AsArray().Count(form => Fits(form!.AsObject(), node, path)) == 1,
            "required" => node is not MapNode map
                || Words(value).All(key => map.Find(key) is not null),
            "minProperties" => node is not MapNode map || map.Entries.Count >= (int)value,
            "maxProperties" => node is not MapNode map || map.Entries.Count <= (int)value,
            "minItems" => node is not ListNode list || list.Items.Count >= (int)value,
            "maxItems" => node is not ListNode list || list.Items.Count <= (int)value,
            "properties" or "additionalProperties" or "propertyNames" => true,
            "items" or "prefixItems" => true,
            _ => throw new NotSupportedException($"The keyword '{keyword}' at {path}."),
        };

    private void CheckEntries(JsonObject schema, TextNode node, string path)
    {
        foreach (var entry in node is MapNode map ? map.Entries : [])
        {
            var here = $"{path}.{entry.Key}";
            if (schema["propertyNames"] is JsonObject names)
            {
                Check(names, new ScalarNode(entry.Key, true, entry.KeyAt), here);
            }
            if (schema["properties"]?[entry.Key] is JsonObject known)
            {
                Check(known, entry.Value, here);
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                Check(other, entry.Value, here);
            }
            else if (schema["additionalProperties"] is not null)
            {
                Faults.Add($"{here} {entry.KeyAt}: additionalProperties");
            }
        }
        var items = node is ListNode list ? list.Items : [];
        for (var i = 0; i < items.Count; i++)
        {
            var form =
                schema["items"] ?? (schema["prefixItems"] as JsonArray)?.ElementAtOrDefault(i);
            if (form is JsonObject shape)
            {
                Check(shape, items[i], $"{path}[{i + 1}]");
            }
        }
    }

    private bool Fits(JsonObject schema, TextNode node, string path)
    {
        var check = new SchemaCheck(root);
        check.Check(schema, node, path);
        return check.Faults.Count == 0;
    }

    private JsonObject Definition(string reference)
    {
        var name = reference["#/$defs/".Length..];
        return root["$defs"]![name]!.AsObject();
    }

    private static bool IsOf(string type, TextNode node) =>
        type switch
        {
            "object" => node is MapNode,
            "array" => node is ListNode,
            "null" => node is ScalarNode { IsNull: true },
            "number" => Number(node) is not null,
            "integer" => Number(node) is { } number && decimal.Truncate(number) == number,
            "boolean" => node is ScalarNode { Quoted: false, Text: "true" or "false" },
            "string" => node is ScalarNode { IsNull: false }
                && Number(node) is null
                && !IsOf("boolean", node),
            _ => throw new NotSupportedException($"The type '{type}'."),
        };

    private static decimal? Number(TextNode node) =>
        node is ScalarNode { Quoted: false } scalar && CoreNumber().IsMatch(scalar.Text)
            ? decimal.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    /// <summary>In a schema <c>$</c> is the very end of the text.</summary>
    private static bool Matches(string pattern, ScalarNode scalar) =>
        Regex.IsMatch(
            scalar.Text,
            pattern.Replace("$", "\\z", StringComparison.Ordinal),
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static IEnumerable<string> Words(JsonNode value) =>
        value is JsonArray several ? several.Select(word => (string)word!) : [(string)value!];

    [GeneratedRegex(@"^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\z")]
    private static partial Regex CoreNumber();
}
