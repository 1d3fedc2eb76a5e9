using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Karvan.Rules.Text;

/// <summary>Reads one YAML document into <see cref="TextNode"/>s that know their line and column.</summary>
public static class YamlTree
{
    /// <summary>Deeper files are refused rather than risking the stack.</summary>
    private const int DeepestNesting = 64;

    /// <exception cref="YamlTreeException">The text is not YAML, repeats a key, or uses a feature outside the subset.</exception>
    /// <param name="text">The file's text.</param>
    /// <param name="expected">What an empty file should have held, in words.</param>
    public static TextNode Parse(string text, string expected = "a rulebook")
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                throw new YamlTreeException(new(1, 1), "an empty file", expected);
            }
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
            {
                throw new YamlTreeException(
                    At(parser.Current!.Start),
                    "a second document",
                    "one document a file"
                );
            }
            return root;
        }
        catch (YamlException e)
        {
            throw new YamlTreeException(
                At(e.Start),
                "text that is not YAML (" + Reason(e) + ")",
                "well-formed YAML"
            );
        }
    }

    private static TextNode ReadNode(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlTreeException(
                At(parser.Current!.Start),
                "nesting deeper than " + DeepestNesting,
                "a flatter file"
            );
        }
        switch (parser.Current)
        {
            case AnchorAlias alias:
                throw new YamlTreeException(
                    At(alias.Start),
                    $"the alias '*{alias.Value}'",
                    "the value itself, written out"
                );
            case NodeEvent node when !node.Anchor.IsEmpty:
                throw new YamlTreeException(
                    At(node.Start),
                    $"the anchor '&{node.Anchor.Value}'",
                    "the value itself, written out"
                );
            case NodeEvent node when !node.Tag.IsEmpty && !node.Tag.IsNonSpecific:
                throw new YamlTreeException(
                    At(node.Start),
                    $"the tag '{node.Tag.Value}'",
                    "a plain value"
                );
            case Scalar scalar:
                parser.MoveNext();
                return new ScalarNode(
                    scalar.Value,
                    scalar.Style is not ScalarStyle.Plain,
                    At(scalar.Start)
                );
            case SequenceStart start:
                return ReadList(parser, start, depth);
            case MappingStart start:
                return ReadMap(parser, start, depth);
            default:
                throw new YamlTreeException(
                    At(parser.Current!.Start),
                    parser.Current.GetType().Name,
                    "a value"
                );
        }
    }

    private static ListNode ReadList(Parser parser, SequenceStart start, int depth)
    {
        parser.MoveNext();
        var items = new List<TextNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, depth + 1));
        }
        return new ListNode(items, At(start.Start));
    }

    private static MapNode ReadMap(Parser parser, MappingStart start, int depth)
    {
        parser.MoveNext();
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(parser, depth + 1) is not ScalarNode key)
            {
                throw new YamlTreeException(
                    At(start.Start),
                    "a list or map as a key",
                    "a name as a key"
                );
            }
            if (!seen.TryAdd(key.Text, key.At))
            {
                throw new YamlTreeException(
                    key.At,
                    $"the key '{key.Text}' a second time (first on line {seen[key.Text].Line})",
                    "each key once"
                );
            }
            entries.Add(new MapEntry(key.Text, key.At, ReadNode(parser, depth + 1)));
        }
        return new MapNode(entries, At(start.Start));
    }

    private static SourcePosition At(in Mark mark) =>
        new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Reason(YamlException e)
    {
        var text = e.InnerException?.Message ?? e.Message;
        var colon = text.IndexOf("): ", StringComparison.Ordinal);
        return (colon < 0 ? text : text[(colon + 3)..]).TrimEnd('.');
    }
}

/// <summary>The text could not be read as a rulebook's YAML.</summary>
public sealed class YamlTreeException(SourcePosition at, string found, string expected)
    : Exception($"{at}: found {found}, expected {expected}")
{
    public SourcePosition At { get; } = at;
    public string Found { get; } = found;
    public string Expected { get; } = expected;
}
