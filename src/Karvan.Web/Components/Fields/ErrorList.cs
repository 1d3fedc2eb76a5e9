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
    /// <param name="toDo">What is said of it where it was left empty.</param>
    public static void Tell(HttpContext context, string name, Said label, Said toDo) =>
        Told(context)[name] = new Field(label, toDo);

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
                    Line(name, labels.GetValueOrDefault(name), error.ErrorMessage)
                );
                list.InnerHtml.AppendHtml(item);
            }
        }
        list.WriteTo(writer, encoder);
    }

    /// <summary>An error of the form as a whole, or of no field that is shown, has nowhere to lead.</summary>
    private TagBuilder Line(string name, Field? field, string reason)
    {
        var line = new TagBuilder(field is null ? "span" : "a");
        if (field is not null)
        {
            line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(name, "_");
        }
        line.InnerHtml.AppendHtml(
            field is null ? words.Reason(reason)
            : reason is FieldPart.Missing ? field.ToDo
            : words["field.in-summary", ("field", field.Label), ("error", words.Reason(reason))]
        );
        return line;
    }

    private static OrderedDictionary<string, Field> Told(HttpContext context)
    {
        if (context.Items.TryGetValue(Labels, out var told))
        {
            return (OrderedDictionary<string, Field>)told!;
        }
        var fresh = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        context.Items[Labels] = fresh;
        return fresh;
    }

    private sealed record Field(Said Label, Said ToDo);
}
