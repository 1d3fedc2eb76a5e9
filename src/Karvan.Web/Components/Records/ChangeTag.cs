using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Records;

/// <summary>
/// On a page of checking, what leads from an answer back to its question: <c>&lt;k-change href="…" what="trade.day" /&gt;</c>
/// to a page that holds what was saved, or <c>form="typed"</c> with the field, where nothing is saved yet and the
/// form of that id carries what was typed. A plain button: a link cannot carry it without a script.
/// </summary>
[HtmlTargetElement("k-change", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangeTag(PageTexts words) : TagHelper
{
    /// <summary>Where the question stands.</summary>
    [HtmlAttributeName("href")]
    public required string Href { get; set; }

    /// <summary>The key of what is changed, for those who hear the link alone.</summary>
    [HtmlAttributeName("what")]
    public required string What { get; set; }

    /// <summary>Whether what is changed is seen too: where several stand side by side.</summary>
    [HtmlAttributeName("named")]
    public bool Named { get; set; }

    /// <summary>The id of the form that carries what was typed.</summary>
    [HtmlAttributeName("form")]
    public string? Form { get; set; }

    /// <summary>The name of the field at which the page opens.</summary>
    [HtmlAttributeName("field")]
    public string? Field { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var to = Field is null ? Href : $"{Href}#{TagBuilder.CreateSanitizedId(Field, "_")}";
        output.TagName = Form is null ? "a" : "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "k-change");
        if (Form is null)
        {
            output.Attributes.SetAttribute("href", to);
        }
        else
        {
            output.Attributes.SetAttribute("form", Form);
            output.Attributes.SetAttribute("formaction", to);
        }
        var what = new TagBuilder("span");
        if (!Named)
        {
            what.AddCssClass("visually-hidden");
        }
        what.InnerHtml.AppendHtml(words[What]);
        output.Content.AppendHtml(words["field.change"]).Append(" ").AppendHtml(what);
    }
}
