using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// The way back to a list, as somebody left it: with its filters, its order and its page, where they come from there. A script
/// remembers these over the pages between.
/// </summary>
[HtmlTargetElement("k-back", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BackTag(PageTexts words) : TagHelper
{
    /// <summary>The address of the list.</summary>
    [HtmlAttributeName("list")]
    public required string List { get; set; }

    /// <summary>The key of its name.</summary>
    [HtmlAttributeName("text")]
    public required string TextKey { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        var link = new TagBuilder("a");
        link.AddCssClass("k-link");
        link.Attributes["href"] = List + QueryOfReferer();
        link.Attributes["data-list"] = List;
        link.InnerHtml.AppendHtml(words[TextKey]);
        output.Content.AppendHtml(link);
    }

    /// <summary>What the list was asked for, if the page before was the list.</summary>
    private string QueryOfReferer()
    {
        var request = View.HttpContext.Request;
        return
            Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var before)
            && before.Authority == request.Host.Value
            && before.AbsolutePath == List
            ? before.Query
            : "";
    }
}
