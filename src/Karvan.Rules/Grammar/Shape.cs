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
        else
        {
            Quotes.Check(scalar, path, problems);
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
        if (node is not ScalarNode { IsNull: false } scalar || !Fits(scalar.Text))
        {
            problems.Add(node, path, "bad-word", node.Describe(), What);
        }
        else
        {
            Quotes.Check(scalar, path, problems);
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

    /// <summary>The whole text: <c>$</c> alone would let a line end pass behind it.</summary>
    public bool Fits(string text) => Pattern.Match(text) is var m && m.Length == text.Length;
}

/// <summary>Text that looks like a number must stand in quotes, or <c>1.10</c> and <c>1.1</c> would be one clause.</summary>
internal static class Quotes
{
    public static void Check(ScalarNode scalar, string path, Problems problems)
    {
        if (!scalar.Quoted && PlainNumber.TryParse(scalar.Text, out _))
        {
            problems.Add(
                scalar,
                path,
                "number-for-text",
                $"the number {scalar.Text}",
                $"text in quotes: \"{scalar.Text}\""
            );
        }
    }
}

/// <summary>A number without sign, between two bounds (both allowed), with at most so many decimals.</summary>
internal sealed record NumberShape(decimal Least, decimal Most, int Decimals, string? What = null)
    : Shape
{
    public static NumberShape Whole(decimal least, decimal most) => new(least, most, 0);

    public override void Check(TextNode node, string path, Problems problems)
    {
        if (
            node is not ScalarNode { Quoted: false } scalar
            || !PlainNumber.TryParse(scalar.Text, out var value)
        )
        {
            problems.Add(
                node,
                path,
                "not-a-number",
                node.Describe(),
                Describe() + HowToWrite(node)
            );
        }
        else if (value < Least || value > Most || decimal.Round(value, Decimals) != value)
        {
            problems.Add(node, path, "number-out-of-range", node.Describe(), Describe());
        }
    }

    public override JsonObject Schema()
    {
        // YAML 1.2 takes 100_000 for text, so an editor must be told that it is a number here.
        var number = Decimals == 0 ? "integer" : "number";
        var schema = new JsonObject
        {
            ["type"] = Most < 1000 ? number : new JsonArray(number, "string"),
            ["minimum"] = Least,
            ["maximum"] = Most,
        };
        if (Most >= 1000)
        {
            schema["pattern"] = "^[0-9]+(_[0-9]+)+" + (Decimals == 0 ? "$" : "([.][0-9]+)?$");
        }
        return schema;
    }

    private static string HowToWrite(TextNode node) =>
        node switch
        {
            ScalarNode { Quoted: true } quoted when PlainNumber.TryParse(quoted.Text, out _) =>
                ", without quotes",
            ScalarNode scalar when scalar.Text.Any(char.IsDigit) && scalar.Text[0] != '-' =>
                ": digits 0 to 9, with or without '_' between groups",
            _ => "",
        };

    public override string Describe()
    {
        var kind = Decimals == 0 ? "a whole number" : $"a number with at most {Decimals} decimals";
        return $"{What ?? kind} from {PlainNumber.Shortest(Least)} to {PlainNumber.Shortest(Most)}";
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
