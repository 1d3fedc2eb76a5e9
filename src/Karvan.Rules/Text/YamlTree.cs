using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Karvan.Rules.Text;

/// <summary>Reads one YAML document into <see cref="TextNode"/>s that know their line and column.</summary>
public static class YamlTree
{
    /// <summary>Deeper files are refused rather than risking the stack.</summary>
    private const int DeepestNesting = 64;

    private const char ByteOrderMark = '\uFEFF';

    /// <exception cref="YamlTreeException">The text is not YAML, repeats a key, or uses a feature outside the subset.</exception>
    /// <param name="text">The file's text.</param>
    /// <param name="expected">What an empty file should have held, in words.</param>
    public static TextNode Parse(string text, string expected = "a rulebook")
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanner = new Scanner(new StringReader(text.TrimStart(ByteOrderMark)));
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                throw new YamlTreeException(new(1, 1), "an empty file", expected);
            }
            var start = parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (root is ScalarNode { Quoted: false, Text: "" })
            {
                throw new YamlTreeException(At(start.Start), "an empty document", expected);
            }
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
            if (Tab(text) is { } tab && Reason(e).Contains("tab", StringComparison.Ordinal))
            {
                // The parser says only that there is one.
                throw new YamlTreeException(tab, "a tab in the indentation", "spaces");
            }
            throw new YamlTreeException(
                Inside(text, At(e.Start)),
                "text that is not YAML (" + Reason(e) + ")",
                "well-formed YAML"
            );
        }
        catch (Exception e) when (IsStumble(e))
        {
            throw new YamlTreeException(
                Inside(text, At(scanner.CurrentPosition)),
                "text that cannot be read as YAML",
                "well-formed YAML"
            );
        }
    }

    /// <summary>Some broken texts make the parser stumble over itself instead of saying what is wrong.</summary>
    private static bool IsStumble(Exception e) =>
        e
            is InvalidOperationException
                or ArgumentException
                or FormatException
                or OverflowException
                or IndexOutOfRangeException
                or NullReferenceException;

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
            case NodeEvent node when !node.Tag.IsEmpty:
                throw new YamlTreeException(
                    At(node.Start),
                    "the tag "
                        + ScalarNode.Quote(
                            node.Tag.Value.Replace(
                                "tag:yaml.org,2002:",
                                "!!",
                                StringComparison.Ordinal
                            )
                        ),
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
                    $"the key {ScalarNode.Quote(key.Text)} a second time (first on line {seen[key.Text].Line})",
                    "each key once"
                );
            }
            entries.Add(new MapEntry(key.Text, key.At, ReadNode(parser, depth + 1)));
        }
        return new MapNode(entries, At(start.Start));
    }

    /// <summary>Where the first tab stands that begins a line or follows its leading blanks.</summary>
    private static SourcePosition? Tab(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var blanks = lines[i].Length - lines[i].TrimStart(' ').Length;
            if (blanks < lines[i].Length && lines[i][blanks] == '\t')
            {
                return new SourcePosition(i + 1, blanks + 1);
            }
        }
        return null;
    }

    /// <summary>The parser finds some faults one line behind the last; nobody can look there.</summary>
    private static SourcePosition Inside(string text, SourcePosition at)
    {
        var lines = text.Split('\n');
        return at.Line <= lines.Length ? at : new(lines.Length, lines[^1].Length + 1);
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
