using System.Text.Encodings.Web;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Components.Records;

/// <summary>A status as a page shows it: its words behind a mark.</summary>
internal sealed class StatusMark(Status status, Said text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"k-status k-");
        writer.Write(Css(status.Kind));
        writer.Write(
            "\"><svg aria-hidden=\"true\" height=\"12\" viewBox=\"0 0 12 12\" width=\"12\">"
        );
        writer.Write(Mark(status.Kind));
        writer.Write("</svg>");
        text.WriteTo(writer, encoder);
        writer.Write("</span>");
    }

    private static string Css(StatusKind kind) =>
        kind switch
        {
            StatusKind.Going => "going",
            StatusKind.Now => "now",
            StatusKind.Good => "good",
            StatusKind.Bad => "bad",
            _ => "quiet",
        };

    // An empty ring, a half one, a diamond, a tick, a cross.
    private static string Mark(StatusKind kind) =>
        kind switch
        {
            StatusKind.Going =>
                """<circle cx="6" cy="6" r="4.5" class="k-line"/><path d="M6 1.5a4.5 4.5 0 0 1 0 9z" class="k-fill"/>""",
            StatusKind.Now => """<path d="M6 .5 11.5 6 6 11.5.5 6z" class="k-fill"/>""",
            StatusKind.Good => """<path d="m1.5 6.5 3 3 6-7" class="k-line"/>""",
            StatusKind.Bad => """<path d="m2 2 8 8m0-8-8 8" class="k-line"/>""",
            _ => """<circle cx="6" cy="6" r="4.5" class="k-line"/>""",
        };
}
