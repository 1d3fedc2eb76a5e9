using Karvan.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Parts.Fields;

/// <summary>
/// All errors of a form in one place at its top, each a link to its field. Shows nothing when there is none; takes the
/// focus when the page opens, without a script.
/// </summary>
[HtmlTargetElement("k-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag(PageWords words) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View
            .ModelState.Where(e => e.Value is { Errors.Count: > 0 })
            .SelectMany(e => e.Value!.Errors.Select(x => (e.Key, x.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "k-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));
        var title = new TagBuilder("h2");
        title.InnerHtml.AppendHtml(words["field.summary"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(Line(key, words.Reason(message)));
            list.InnerHtml.AppendHtml(item);
        }
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    private static TagBuilder Line(string key, Said text)
    {
        var line = new TagBuilder(key.Length == 0 ? "span" : "a");
        if (key.Length > 0)
        {
            line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        }
        line.InnerHtml.AppendHtml(text);
        return line;
    }
}
