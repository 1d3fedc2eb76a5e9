using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Grammar;

/// <summary>
/// The path of a file in the book's folder. Results keep their tables under the same names, on any system: so no '..',
/// no root, no name that some system changes or keeps for itself, and not the name of the book beside them.
/// </summary>
internal sealed partial record BesideShape : Shape
{
    private static readonly PatternShape Path = new(
        PathPattern(),
        "the path of a file in the book's folder, such as tables/technology.csv"
    );

    public override void Check(TextNode node, string path, Problems problems)
    {
        Path.Check(node, path, problems);
        if (node is not ScalarNode { IsNull: false } scalar || !Path.Fits(scalar.Text))
        {
            return;
        }
        var names = scalar.Text.Split('/');
        if (names[0].Equals(Rulebook.NameInResults, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(
                node,
                path,
                "reserved-name",
                node.Describe(),
                $"another name: a result writes its own rulebook as {Rulebook.NameInResults}"
            );
        }
        else if (Array.Find(names, DevicePattern().IsMatch) is { } device)
        {
            problems.Add(
                node,
                path,
                "reserved-name",
                node.Describe(),
                $"another name: some systems keep '{device.Split('.')[0]}' for a device, with any ending"
            );
        }
    }

    public override JsonObject Schema() => Path.Schema();

    public override string Describe() => Path.Describe();

    [GeneratedRegex(
        "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?(/[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?)*$"
    )]
    private static partial Regex PathPattern();

    [GeneratedRegex(
        @"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DevicePattern();
}
