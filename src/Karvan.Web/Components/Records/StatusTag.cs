using Karvan.Web.Components.Texts;
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
        output.TagName = null;
        output.Content.SetHtmlContent(new StatusMark(status, words[status.TextKey]));
    }
}
