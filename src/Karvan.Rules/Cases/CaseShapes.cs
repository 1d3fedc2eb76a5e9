using System.Text.Json.Nodes;
using Karvan.Rules.Grammar;
using Karvan.Rules.Text;

namespace Karvan.Rules.Cases;

/// <summary>One, or a list of several.</summary>
internal sealed record SeveralShape(Shape Item) : Shape
{
    public override void Check(TextNode node, string path, Problems problems)
    {
        if (node is ListNode)
        {
            new ListShape(Item).Check(node, path, problems);
        }
        else
        {
            Item.Check(node, path, problems);
        }
    }

    public override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(Item.Schema(), new ListShape(Item).Schema()) };

    public override string Describe() => Item.Describe() + ", or a list of them";
}

/// <summary>Yes or no, written <c>true</c> or <c>false</c>.</summary>
internal sealed record FlagShape : Shape
{
    private static readonly ChoiceShape Words = new("true", "false");

    public override void Check(TextNode node, string path, Problems problems) =>
        Words.Check(node, path, problems);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override string Describe() => Words.Describe();
}
