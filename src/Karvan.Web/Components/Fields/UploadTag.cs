using Karvan.Platform.Files;
using Karvan.Web.Components.Requests;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// A place for a file, or for several where the model holds a list. Its form needs <c>enctype="multipart/form-data"</c>,
/// and the field stands last in it. Where scripts run, it says at once when a file is too large, and shows how far the
/// sending is.
/// </summary>
[HtmlTargetElement("k-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UploadTag(PageTexts words, FileLimits limits) : FieldPart(words)
{
    /// <summary>The kinds a browser offers first, as <c>.pdf,.jpg</c>; what is taken is decided by content.</summary>
    [HtmlAttributeName("accept")]
    public string? Accept { get; set; }

    protected override string ToDoKey => "field.attach";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        HintText ??= HintKey is null
            ? W["field.upload-hint", ("size", W.Bytes(limits.Largest))]
            : null;
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
        input.Attributes["accept"] = Accept ?? FileTypes.Accept;
        // The script's sentences come from here.
        View.HttpContext.Need(PageScript.Uploads);
        input.Attributes["data-upload"] = "";
        input.Attributes["data-largest"] = limits.Largest.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        input.Attributes["data-too-large"] = W[
            "file.refused.TooLarge",
            ("size", decimal.Round(limits.Largest / 1048576m, 1))
        ].Plain;
        input.Attributes["data-file-choose"] = W["field.upload-choose"].Bare;
        input.Attributes["data-file-none"] = W["field.upload-none"].Bare;
        input.Attributes["data-going"] = W["field.upload-going"].Bare;
        input.Attributes["data-sent"] = W["field.upload-sent"].Bare;
        input.Attributes["data-broken"] = W["file.refused.BrokenOff"].Bare;
        // What the page declares, not what came: a file that came is of a class of its own.
        if (For.Metadata.ModelType != typeof(IFormFile))
        {
            input.Attributes["multiple"] = "multiple";
        }
        output.Content.AppendHtml(input);
    }
}
