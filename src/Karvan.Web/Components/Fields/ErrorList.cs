using System.Text.Encodings.Web;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Karvan.Web.Components.Fields;

/// <summary>
/// The lines of an error summary. Written when the whole page is known: only then has every field of the form below
/// told its label, and the order in which they stand.
/// </summary>
internal sealed class ErrorList(ViewContext view, PageTexts words) : IHtmlContent
{
    private static readonly object Labels = new();

    /// <summary>Called by each field in the order of the page.</summary>
    public static void Tell(HttpContext context, string name, Said label) =>
        Told(context)[name] = label;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var labels = Told(view.HttpContext);
        var list = new TagBuilder("ul");
        foreach (
            var (name, entry) in view
                .ModelState.Where(e => e.Value is { Errors.Count: > 0 })
                // What is wrong with the form as a whole comes first: no field has its name.
                .OrderBy(e => labels.IndexOf(e.Key))
        )
        {
            foreach (var error in entry!.Errors)
            {
                var item = new TagBuilder("li");
                item.InnerHtml.AppendHtml(
                    Line(name, labels.GetValueOrDefault(name), words.Reason(error.ErrorMessage))
                );
                list.InnerHtml.AppendHtml(item);
            }
        }
        list.WriteTo(writer, encoder);
    }

    /// <summary>An error of the form as a whole, or of no field that is shown, has nowhere to lead.</summary>
    private TagBuilder Line(string name, Said? label, Said error)
    {
        var line = new TagBuilder(label is null ? "span" : "a");
        if (label is not null)
        {
            line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(name, "_");
        }
        line.InnerHtml.AppendHtml(
            label is null ? error : words["field.in-summary", ("field", label), ("error", error)]
        );
        return line;
    }

    private static OrderedDictionary<string, Said> Told(HttpContext context)
    {
        if (context.Items.TryGetValue(Labels, out var told))
        {
            return (OrderedDictionary<string, Said>)told!;
        }
        var fresh = new OrderedDictionary<string, Said>(StringComparer.Ordinal);
        context.Items[Labels] = fresh;
        return fresh;
    }
}
