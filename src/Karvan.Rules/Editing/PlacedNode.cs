using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Karvan.Rules.Editing;

/// <summary>A piece of a YAML text with the places where it begins and ends, in characters.</summary>
internal abstract record PlacedNode(int Start, int End);

internal sealed record PlacedScalar(string Text, int Start, int End) : PlacedNode(Start, End);

/// <param name="Flow">Written between brackets; otherwise an item a line.</param>
internal sealed record PlacedList(IReadOnlyList<PlacedNode> Items, bool Flow, int Start, int End)
    : PlacedNode(Start, End);

internal sealed record PlacedMap(IReadOnlyList<PlacedEntry> Entries, bool Flow, int Start, int End)
    : PlacedNode(Start, End);

internal sealed record PlacedEntry(PlacedScalar Key, PlacedNode Value);

/// <summary>Reads a text that has been read as a rulebook before: here only the places are asked for.</summary>
internal static class PlacedTree
{
    public static PlacedNode Parse(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text)));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser);
    }

    private static PlacedNode Node(Parser parser)
    {
        switch (parser.Consume<NodeEvent>())
        {
            case Scalar scalar:
                return new PlacedScalar(scalar.Value, At(scalar.Start), At(scalar.End));
            case SequenceStart list:
                var items = new List<PlacedNode>();
                while (parser.Current is not SequenceEnd)
                {
                    items.Add(Node(parser));
                }
                var listEnd = parser.Consume<SequenceEnd>();
                var inBrackets = list.Style is SequenceStyle.Flow;
                // A block's own end is where the next token begins, behind comments that are not its.
                return new PlacedList(
                    items,
                    inBrackets,
                    At(list.Start),
                    inBrackets ? At(listEnd.Start) + 1 : items.Select(i => i.End).LastOrDefault()
                );
            case MappingStart map:
                var entries = new List<PlacedEntry>();
                while (parser.Current is not MappingEnd)
                {
                    entries.Add(new PlacedEntry((PlacedScalar)Node(parser), Node(parser)));
                }
                var mapEnd = parser.Consume<MappingEnd>();
                var inBraces = map.Style is MappingStyle.Flow;
                return new PlacedMap(
                    entries,
                    inBraces,
                    At(map.Start),
                    inBraces
                        ? At(mapEnd.Start) + 1
                        : entries.Select(e => e.Value.End).LastOrDefault()
                );
            default:
                throw new InvalidOperationException("A rulebook has no aliases.");
        }
    }

    private static int At(in Mark mark) => (int)mark.Index;
}
