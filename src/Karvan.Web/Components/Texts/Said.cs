using System.Text.Encodings.Web;
using Karvan.Texts;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Components.Texts;

/// <summary>
/// A text as a page shows it: runs of another direction isolated, by <c>bdi</c> where elements may stand and by the
/// isolating characters of Unicode where they may not.
/// </summary>
public sealed class Said : IHtmlContent
{
    internal Said(Phrase phrase) => Phrase = phrase;

    internal Phrase Phrase { get; }

    /// <summary>For attributes, titles and drawings.</summary>
    public string Plain => Phrase.Plain;

    /// <summary>Without any isolation: for files and for comparing.</summary>
    public string Bare => Phrase.Bare;

    public override string ToString() => Plain;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var run in Phrase.Runs)
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

    internal static Said Isolated(string text) => new(Phrase.Isolated(text));

    internal static Said Straight(string text) => new(Phrase.Straight(text));
}
