using System.Text.Json.Nodes;
using Karvan.Rules.Text;
using static Karvan.Rules.Grammar.CommonShapes;

namespace Karvan.Rules.Grammar;

/// <summary>Weights of years: per cent by year, or <c>{equal: […]}</c>, a simple mean, which per cent of three years cannot say.</summary>
internal sealed record WeightsShape : Shape
{
    public const string Equal = "equal";

    private static readonly NamesShape PerCent = new(
        "weights of years, in per cent",
        SingleYear,
        Percent
    );

    private static readonly MapShape Mean = new(
        "a simple mean",
        new Key(Equal, YearNames, "The years, each with the same weight.")
    );

    public override void Check(TextNode node, string path, Problems problems)
    {
        Shape shape = node is MapNode map && map.Find(Equal) is not null ? Mean : PerCent;
        shape.Check(node, path, problems);
    }

    public override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(PerCent.Schema(), Mean.Schema()) };

    public override string Describe() => PerCent.Describe();
}
