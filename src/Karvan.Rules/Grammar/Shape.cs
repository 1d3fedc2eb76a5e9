using System.Text.Json.Nodes;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>
/// What may stand at one place of a rulebook. The same shapes check a file and make the JSON schema
/// that editors use, so the two cannot drift apart.
/// </summary>
internal abstract record Shape
{
    /// <summary>Reports whatever does not fit, at its own place.</summary>
    public abstract void Check(TextNode node, string path, Problems problems);

    public abstract JsonObject Schema();

    /// <summary>In words, for "expected …".</summary>
    public abstract string Describe();
}

/// <summary>Any text that is not blank.</summary>
internal sealed record WordsShape : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (
            node is not ScalarNode { IsNull: false } scalar
            || string.IsNullOrWhiteSpace(scalar.Text)
        )
        {
            problems.Add(node, path, "not-text", node.Describe(), Describe());
        }
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    public override string Describe() => "text";
}

/// <summary>Anything: checked where it is put to use (the new value of a patch).</summary>
internal sealed record AnythingShape : Shape
{
    public override void Check(TextNode node, string path, Problems problems) { }

    public override JsonObject Schema() => [];

    public override string Describe() => "any value";
}

/// <summary>A word that follows a pattern, such as an id or a SHA-256.</summary>
internal sealed record PatternShape(System.Text.RegularExpressions.Regex Pattern, string What)
    : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not ScalarNode { IsNull: false } scalar || !Pattern.IsMatch(scalar.Text))
        {
            problems.Add(node, path, "bad-word", node.Describe(), What);
        }
    }

    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Pattern.ToString(),
            ["description"] = What,
        };

    public override string Describe() => What;
}

/// <summary>A number without sign, between two bounds (both allowed), with at most so many decimals.</summary>
internal sealed record NumberShape(decimal Least, decimal Most, int Decimals) : Shape
{
    public static NumberShape Whole(decimal least, decimal most) => new(least, most, 0);

    public override void Check(TextNode node, string path, Problems problems)
    {
        if (
            node is not ScalarNode { Quoted: false } scalar
            || !PlainNumber.TryParse(scalar.Text, out var value)
        )
        {
            problems.Add(node, path, "not-a-number", node.Describe(), Describe());
        }
        else if (value < Least || value > Most || decimal.Round(value, Decimals) != value)
        {
            problems.Add(node, path, "number-out-of-range", node.Describe(), Describe());
        }
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = Decimals == 0 ? "integer" : "number",
            ["minimum"] = Least,
            ["maximum"] = Most,
        };
        return schema;
    }

    public override string Describe()
    {
        var kind = Decimals == 0 ? "a whole number" : $"a number with at most {Decimals} decimals";
        return $"{kind} from {PlainNumber.Shortest(Least)} to {PlainNumber.Shortest(Most)}";
    }
}

/// <summary>One word of a closed set.</summary>
internal sealed record ChoiceShape(params string[] Words) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (
            node is ScalarNode { IsNull: false } scalar
            && Words.Contains(scalar.Text, StringComparer.Ordinal)
        )
        {
            return;
        }
        var suggestion = node is ScalarNode word ? Suggestion.Nearest(word.Text, Words) : null;
        problems.Add(node, path, "unknown-word", node.Describe(), Describe(), suggestion);
    }

    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. Words.Select(w => (JsonNode)w)]) };

    public override string Describe() =>
        Words.Length == 1 ? $"'{Words[0]}'" : "one of " + string.Join(", ", Words);
}

/// <summary>Another shape, or nothing (<c>null</c>).</summary>
internal sealed record OptionalShape(Shape Inner) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is not ScalarNode { IsNull: true })
        {
            Inner.Check(node, path, problems);
        }
    }

    public override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Inner.Schema()) };

    public override string Describe() => Inner.Describe() + " or null";
}

/// <summary>A shape named once and used in several places; it becomes a definition of the JSON schema.</summary>
internal sealed record NamedShape(string Name, Shape Inner) : Shape
{
    public override void Check(TextNode node, string path, Problems problems) =>
        Inner.Check(node, path, problems);

    public override JsonObject Schema() => new() { ["$ref"] = "#/$defs/" + Name };

    public override string Describe() => Inner.Describe();
}
