using System.Text.Encodings.Web;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Html;

namespace Karvan.Web.Components.Tables;

/// <summary>
/// A row as a page shows it, written as it is: a table has hundreds of cells, and a part of Razor for each took half the
/// time of a page. The roles stay when rows become cards on a phone.
/// </summary>
/// <param name="titles">Of the columns; on a phone each stands beside its cell.</param>
internal sealed class RowContent(
    IReadOnlyList<Cell> row,
    IReadOnlyList<ColumnHead> columns,
    IReadOnlyList<string> titles,
    PageTexts words
) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<tr role=\"row\">");
        for (var i = 0; i < row.Count; i++)
        {
            writer.Write(
                columns[i].Numeric ? "<td role=\"cell\" class=\"k-number\"" : "<td role=\"cell\""
            );
            writer.Write(" data-title=\"");
            encoder.Encode(writer, titles[i]);
            writer.Write("\">");
            new CellContent(row[i], words).WriteTo(writer, encoder);
            writer.Write("</td>");
        }
        writer.Write("</tr>\n");
    }
}
