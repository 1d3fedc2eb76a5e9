using System.Text.Encodings.Web;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Components.Tables;

/// <summary>A cell as a page shows it.</summary>
internal sealed class CellContent(Cell cell, PageTexts words) : IHtmlContent
{
    private const int LongCode = 40;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (cell is Cell.Marked marked)
        {
            new StatusMark(marked.Value, words[marked.Value.TextKey]).WriteTo(writer, encoder);
            return;
        }
        // One element, however many runs a text has: on a phone the cell is a grid of a title and this.
        var element = cell.Href is null ? "span" : "a";
        writer.Write('<');
        writer.Write(element);
        if (cell.Href is { } href)
        {
            writer.Write(" href=\"");
            encoder.Encode(writer, href);
            writer.Write('"');
        }
        if (Look() is { } look)
        {
            writer.Write(" class=\"");
            writer.Write(look);
            writer.Write('"');
        }
        if (cell is Cell.Counted counted && counted.Whole(words) is { } whole)
        {
            writer.Write(" title=\"");
            encoder.Encode(writer, whole);
            writer.Write('"');
        }
        writer.Write('>');
        Text().WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(element);
        writer.Write('>');
    }

    private string? Look() =>
        cell switch
        {
            Cell.Coded { Value.Length: > LongCode } => "k-code k-long",
            Cell.Coded => "k-code",
            Cell.Registered when cell.Href is null => "k-code",
            _ => null,
        };

    private Said Text() =>
        cell switch
        {
            Cell.Written { Value: not "" } c => PageTexts.Name(c.Value),
            Cell.Ours c => c.Value,
            Cell.Counted { Value: not null } c => PageTexts.Name(c.InUnit(words)),
            Cell.Dated { Value: { } day } => words.Day(day),
            Cell.Coded { Value: not "" } c => PageTexts.Name(c.Value),
            Cell.Registered { Value: not "" } c => PageTexts.Name(words.Typed(c.Value)),
            // On a phone a place with nothing in it would be a title with nothing behind it.
            _ => PageTexts.Name("—"),
        };
}
