using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Words;

/// <summary>
/// A text as a page shows it: runs of another direction isolated, by <c>bdi</c> where elements may stand and by the
/// isolating characters of Unicode where they may not.
/// </summary>
public sealed class Said : IHtmlContent
{
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';

    private readonly IReadOnlyList<Run> runs;

    internal Said(IReadOnlyList<Run> runs) => this.runs = runs;

    /// <summary>For attributes, titles and drawings.</summary>
    public string Plain
    {
        get
        {
            var text = new StringBuilder();
            foreach (var run in runs)
            {
                _ = run.Isolated
                    ? text.Append(IsolateStart).Append(run.Text).Append(IsolateEnd)
                    : text.Append(run.Text);
            }
            return text.ToString();
        }
    }

    /// <summary>Without any isolation: for files and for comparing.</summary>
    public string Bare => string.Concat(runs.Select(r => r.Text));

    public override string ToString() => Plain;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var run in runs)
        {
            if (run.Isolated)
            {
                writer.Write("<bdi>");
                encoder.Encode(writer, run.Text);
                writer.Write("</bdi>");
            }
            else
            {
                encoder.Encode(writer, run.Text);
            }
        }
    }

    internal static Said Isolated(string text) => new([new Run(Clean(text), Isolated: true)]);

    internal static Said Straight(string text) => new([new Run(text, Isolated: false)]);

    internal IEnumerable<Run> Runs => runs;

    /// <summary>Without the marks of direction that could turn the text around it.</summary>
    private static string Clean(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u202A', '\u2069') < 0
            ? text
            : string.Concat(
                text.Where(c =>
                    c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                )
            );
}

internal readonly record struct Run(string Text, bool Isolated);
