using Karvan.Platform.Values;
using Karvan.Web.Components.Requests;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// A day, typed in any digits and either calendar, or picked from a solar calendar where scripts run. The model may
/// hold the text or the day; <see cref="SolarDate.TryParse"/> reads what was typed.
/// </summary>
[HtmlTargetElement("k-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTag(PageTexts words) : FieldPart(words)
{
    protected override string ToDoKey => "field.write-day";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        HintKey ??= HintText is null ? Described?.Hint ?? "field.date-hint" : null;
        Begin(output);
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = Id;
        LabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        HintAndErrors(output.Content);

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Tie(input, "form-control");
        input.AddCssClass("k-short");
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["dir"] = "ltr";
        input.Attributes["autocomplete"] = "off";
        input.Attributes["value"] = W.Typed(Value);

        // The script adds the button; everything it says comes from here.
        View.HttpContext.Need(PageScript.Dates);
        var row = new TagBuilder("div");
        row.AddCssClass("k-date");
        row.Attributes["data-date"] = "";
        row.Attributes["data-open"] = W["date.open"].Plain;
        row.Attributes["data-before"] = W["date.month-before"].Plain;
        row.Attributes["data-after"] = W["date.month-after"].Plain;
        row.Attributes["data-year-before"] = W["date.year-before"].Plain;
        row.Attributes["data-year-after"] = W["date.year-after"].Plain;
        row.Attributes["data-letters"] = W["date.day-letters"].Bare;
        row.Attributes["data-months"] = W["date.months"].Bare;
        row.Attributes["data-days"] = W["date.days"].Bare;
        row.InnerHtml.AppendHtml(input);
        output.Content.AppendHtml(row);
    }

    protected override string Written(object? model) =>
        model is DateOnly day ? SolarDate.Text(day) : base.Written(model);
}
