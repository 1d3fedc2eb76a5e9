using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Records;

/// <summary><c>&lt;k-status of="Model.Status" /&gt;</c>, or <c>text</c> and <c>kind</c> apart.</summary>
[HtmlTargetElement("k-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTag(PageTexts words) : TagHelper
{
    [HtmlAttributeName("of")]
    public Status? Of { get; set; }

    /// <summary>The key of its text.</summary>
    [HtmlAttributeName("text")]
    public string? TextKey { get; set; }

    [HtmlAttributeName("kind")]
    public StatusKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var status =
            Of
            ?? new Status(
                TextKey ?? throw new InvalidOperationException("k-status needs of or text."),
                Kind
            );
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "k-status k-" + Css(status.Kind));
        var mark = new TagBuilder("svg");
        mark.Attributes["viewBox"] = "0 0 12 12";
        mark.Attributes["width"] = mark.Attributes["height"] = "12";
        mark.Attributes["aria-hidden"] = "true";
        mark.InnerHtml.AppendHtml(Mark(status.Kind));
        output.Content.AppendHtml(mark).AppendHtml(words[status.TextKey]);
    }

    internal static string Css(StatusKind kind) =>
        kind switch
        {
            StatusKind.Going => "going",
            StatusKind.Now => "now",
            StatusKind.Good => "good",
            StatusKind.Bad => "bad",
            _ => "quiet",
        };

    // An empty ring, a half one, a diamond, a tick, a cross.
    internal static string Mark(StatusKind kind) =>
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
