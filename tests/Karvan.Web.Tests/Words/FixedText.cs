using System.Text.RegularExpressions;

namespace Karvan.Web.Tests.Words;

/// <summary>Finds words that stand in a page itself, where only keys of texts may stand.</summary>
internal static partial class FixedText
{
    public static IEnumerable<string> In(string page)
    {
        var persian = Persian().Match(page);
        if (persian.Success)
        {
            yield return persian.Value;
        }
        var markup = WithoutCode(page);
        foreach (Match found in Attributes().Matches(markup))
        {
            if (Word().IsMatch(found.Groups["value"].Value))
            {
                yield return found.Value.Trim();
            }
        }
        foreach (var text in Tags().Split(markup).Where(t => Word().IsMatch(t)))
        {
            yield return Spaces().Replace(text, " ").Trim();
        }
        // A text in an attribute must be its plain form: elements cannot stand there.
        foreach (Match found in MarkedInAttribute().Matches(page))
        {
            yield return found.Value;
        }
    }

    private static string WithoutCode(string page)
    {
        var text = Comments().Replace(page, "");
        text = Directives().Replace(text, "");
        text = Cut(text, BlockStart(), '{', '}');
        text = Cut(text, ConditionStart(), '(', ')');
        text = CodeLines().Replace(text, "");
        for (
            var at = text.IndexOf('@', StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf('@', at)
        )
        {
            text = text[..at] + text[ExpressionEnd(text, at + 1)..];
        }
        return text;
    }

    private static string Cut(string text, Regex start, char open, char close)
    {
        for (var found = start.Match(text); found.Success; found = start.Match(text, found.Index))
        {
            text =
                text[..found.Index]
                + text[Closing(text, found.Index + found.Length - 1, open, close)..];
        }
        return text;
    }

    /// <summary>Just behind what closes the bracket at a place.</summary>
    private static int Closing(string text, int at, char open, char close)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            depth +=
                text[at] == open ? 1
                : text[at] == close ? -1
                : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }
        return text.Length;
    }

    private static int ExpressionEnd(string text, int at)
    {
        var begin = at;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '(' or '[')
            {
                at = Closing(text, at, c, c is '(' ? ')' : ']');
            }
            else if (
                char.IsLetterOrDigit(c)
                || c is '_'
                || (c is '.' && at + 1 < text.Length && char.IsLetter(text[at + 1]))
            )
            {
                at++;
            }
            else
            {
                break;
            }
        }
        return Math.Max(at, begin);
    }

    [GeneratedRegex(
        @"[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFF][\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFF\u200C ]*"
    )]
    private static partial Regex Persian();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(
        @"^@(?:page|model|using|inject|namespace|addTagHelper|inherits|layout|attribute)\b.*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Directives();

    [GeneratedRegex(@"@(?:functions\s*|code\s*)?\{")]
    private static partial Regex BlockStart();

    [GeneratedRegex(
        @"(?:@|(?<=[\s}]))(?:await\s+)?(?:else\s+if|if|foreach|for|switch|while|using)\s*\("
    )]
    private static partial Regex ConditionStart();

    [GeneratedRegex(
        @"^[ \t]*(?:(?:var|case|default|break|else|continue)\b[^<\n]*|[^<>\n]*;[ \t]*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex CodeLines();

    [GeneratedRegex(
        "\\s(?:title|placeholder|alt|aria-label|aria-description)=\"(?<value>[^\"]*)\""
    )]
    private static partial Regex Attributes();

    [GeneratedRegex("=\"@(?:W|other|words)\\[(?:[^\\]]*)\\]\"")]
    private static partial Regex MarkedInAttribute();

    [GeneratedRegex("<(?:[^<>\"]|\"[^\"]*\")*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[A-Za-z]{2,}(?<!&[a-z]+)")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
