using System.Collections;
using System.Globalization;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Fields;

/// <summary>A few answers shown all at once: one may be chosen, or several where the model holds several.</summary>
[HtmlTargetElement("k-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTag(PageTexts words) : FieldPart(words)
{
    /// <summary>Where the description does not name them.</summary>
    [HtmlAttributeName("options")]
    public IReadOnlyList<FieldChoice>? Options { get; set; }

    protected override string ToDoKey => "field.choose-one";

    private bool Several =>
        For.ModelExplorer.ModelType != typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(For.ModelExplorer.ModelType);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var options =
            Options
            ?? (Described is { } field ? FieldWords.Choices(field, W) : null)
            ?? throw new InvalidOperationException($"{Name} has nothing to choose from.");
        Begin(output, "fieldset");
        if (DescribedBy is { } ids)
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }
        var legend = new TagBuilder("legend");
        legend.AddCssClass("form-label");
        LabelText(legend.InnerHtml);
        output.Content.AppendHtml(legend);
        HintAndErrors(output.Content);
        var chosen = Chosen();
        for (var i = 0; i < options.Count; i++)
        {
            output.Content.AppendHtml(Row(options[i], i, chosen.Contains(options[i].Value)));
        }
    }

    private HashSet<string> Chosen()
    {
        var values =
            View.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
                ? entry.RawValue
                : For.Model;
        return values switch
        {
            null => [],
            string one => [one],
            IEnumerable many => many.Cast<object>()
                .Select(o => Convert.ToString(o, CultureInfo.InvariantCulture) ?? "")
                .ToHashSet(StringComparer.Ordinal),
            _ => [Convert.ToString(values, CultureInfo.InvariantCulture) ?? ""],
        };
    }

    private TagBuilder Row(FieldChoice option, int index, bool chosen)
    {
        var id = index == 0 ? Id : Id + "-" + (index + 1).ToString(CultureInfo.InvariantCulture);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = Several ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = option.Value;
        if (chosen)
        {
            input.Attributes["checked"] = "checked";
        }
        if (Disabled)
        {
            input.Attributes["disabled"] = "disabled";
        }
        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = id;
        label.InnerHtml.AppendHtml(option.Text);
        var row = new TagBuilder("div");
        row.AddCssClass("k-check");
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (option.Hint is { } hint)
        {
            input.Attributes["aria-describedby"] = id + "-about";
            var about = new TagBuilder("div");
            about.AddCssClass("form-hint");
            about.Attributes["id"] = id + "-about";
            about.InnerHtml.AppendHtml(hint);
            row.InnerHtml.AppendHtml(about);
        }
        return row;
    }
}
