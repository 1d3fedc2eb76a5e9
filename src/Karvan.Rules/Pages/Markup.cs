using System.Text;
using Karvan.Texts;

namespace Karvan.Rules.Pages;

/// <summary>
/// Writes markup that is well-formed by construction, as HTML and as XML: all text is escaped, what is opened is closed.
/// The isolates that <see cref="Explanations.Wording"/> puts around Latin runs become <c>bdi</c> elements.
/// </summary>
internal sealed class Markup
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a",
        "abbr",
        "bdi",
        "code",
        "span",
        "strong",
    };

    private readonly StringBuilder written = new();

    public override string ToString() => written.ToString();

    /// <summary>Opens an element that the returned scope closes.</summary>
    public OpenElement In(
        string tag,
        string css = "",
        params ReadOnlySpan<(string, string)> attributes
    )
    {
        Start(tag, css, attributes);
        written.Append('>');
        return new OpenElement(this, tag);
    }

    /// <summary>An element that holds text alone.</summary>
    public void Line(
        string tag,
        string text,
        string css = "",
        params ReadOnlySpan<(string, string)> attributes
    )
    {
        Start(tag, css, attributes);
        written.Append('>');
        Text(text);
        written.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element without content, such as a line of a drawing.</summary>
    public void Empty(string tag, string css = "", params ReadOnlySpan<(string, string)> attributes)
    {
        Start(tag, css, attributes);
        written.Append("/>");
    }

    public void Text(string text)
    {
        var depth = 0;
        foreach (var c in Clean(text))
        {
            switch (c)
            {
                case DirectionMarks.IsolateStart:
                    depth++;
                    written.Append("<bdi>");
                    break;
                case DirectionMarks.IsolateEnd when depth > 0:
                    depth--;
                    written.Append("</bdi>");
                    break;
                case DirectionMarks.IsolateEnd:
                    break;
                default:
                    Escape(c);
                    break;
            }
        }
        for (; depth > 0; depth--)
        {
            written.Append("</bdi>");
        }
    }

    /// <summary>Text where no element may stand: titles and labels of drawings. Isolates stay characters.</summary>
    public void Plain(
        string tag,
        string text,
        string css = "",
        params ReadOnlySpan<(string, string)> attributes
    )
    {
        Start(tag, css, attributes);
        written.Append('>');
        Escape(text);
        written.Append("</").Append(tag).Append('>');
    }

    /// <summary>Markup that was made by another <see cref="Markup"/>, or a stylesheet of our own.</summary>
    public void Trusted(string markup) => written.Append(markup);

    private void Start(string tag, string css, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (!Inline.Contains(tag))
        {
            written.Append('\n');
        }
        written.Append('<').Append(tag);
        if (css.Length > 0)
        {
            Attribute("class", css);
        }
        foreach (var (name, value) in attributes)
        {
            Attribute(name, value);
        }
    }

    private void Attribute(string name, string value)
    {
        written.Append(' ').Append(name).Append("=\"");
        Escape(value);
        written.Append('"');
    }

    private void Escape(string text)
    {
        foreach (var c in Clean(text))
        {
            Escape(c);
        }
    }

    private void Escape(char c) =>
        _ = c switch
        {
            '&' => written.Append("&amp;"),
            '<' => written.Append("&lt;"),
            '>' => written.Append("&gt;"),
            '"' => written.Append("&quot;"),
            '\'' => written.Append("&#39;"),
            _ => written.Append(c),
        };

    /// <summary>Characters that no markup may hold become the replacement character.</summary>
    private static string Clean(string text)
    {
        const char Replacement = '\uFFFD';
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var bad =
                rune.Value is (< ' ' and not ('\t' or '\n' or '\r')) or 0x7F or 0xFFFE or 0xFFFF;
            clean.Append(bad ? Replacement.ToString() : rune.ToString());
        }
        return clean.ToString();
    }

    public readonly ref struct OpenElement(Markup markup, string tag)
    {
        public void Dispose()
        {
            var written = markup.written;
            if (!Inline.Contains(tag) && written.Length > 0 && written[^1] == '>')
            {
                written.Append('\n');
            }
            written.Append("</").Append(tag).Append('>');
        }
    }
}
