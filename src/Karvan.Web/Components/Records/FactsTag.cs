using Karvan.Platform.Fields;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Karvan.Web.Components.Records;

/// <summary>
/// The described fields of a record, in the order in which it has them, within a <c>dl</c>. What the page says itself stands
/// before or behind them.
/// </summary>
[HtmlTargetElement("k-facts", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FactsTag(PageTexts words, IModelMetadataProvider metadata) : TagHelper
{
    [HtmlAttributeName("of")]
    public required object Record { get; set; }

    /// <summary>Fields that the page shows elsewhere, with commas between them.</summary>
    [HtmlAttributeName("without")]
    public string Without { get; set; } = "";

    /// <summary>Fields that are shown alone, with commas between them; all where it is empty.</summary>
    [HtmlAttributeName("only")]
    public string Only { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var (without, only) = (Names(Without), Names(Only));
        foreach (var property in metadata.GetMetadataForType(Record.GetType()).Properties)
        {
            if (
                DescribedFields.Of(property) is { Aside: false } field
                && !without.Contains(field.Name, StringComparer.Ordinal)
                && (only.Length == 0 || only.Contains(field.Name, StringComparer.Ordinal))
            )
            {
                output.Content.AppendHtml(Line(field, property.PropertyGetter!(Record)));
            }
        }
    }

    private IHtmlContent Line(FieldDescription field, object? value)
    {
        var term = new TagBuilder("dt");
        term.InnerHtml.AppendHtml(words[field.Label]);
        var said = FieldWords.Saved(field, value, words);
        var fact = new TagBuilder("dd");
        if (field.Rows > 1)
        {
            // With the lines in which it was typed.
            var lines = new TagBuilder("span");
            lines.AddCssClass("k-typed");
            lines.Attributes["dir"] = "auto";
            lines.InnerHtml.AppendHtml(said);
            fact.InnerHtml.AppendHtml(lines);
        }
        else
        {
            fact.InnerHtml.AppendHtml(said);
        }
        return new HtmlContentBuilder().AppendHtml(term).AppendHtml(fact);
    }

    private static string[] Names(string listed) =>
        listed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
