using Karvan.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Parts.Fields;

/// <summary>A place for a file, or for several where the model holds a list. Its form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("k-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UploadTag(PageWords words) : FieldPart(words)
{
    /// <summary>The kinds a browser offers first, as <c>.pdf,.jpg</c>; what is taken is decided by content.</summary>
    [HtmlAttributeName("accept")]
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Begin(output);
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Id;
        LabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        HintAndErrors(output.Content);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Tie(input, "form-control");
        input.Attributes["type"] = "file";
        if (Accept is not null)
        {
            input.Attributes["accept"] = Accept;
        }
        if (For.ModelExplorer.ModelType != typeof(IFormFile))
        {
            input.Attributes["multiple"] = "multiple";
        }
        output.Content.AppendHtml(input);
    }
}
