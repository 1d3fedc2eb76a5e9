using Karvan.Rules.Rulebooks;

namespace Karvan.Rules.Pages;

/// <summary>The ids of a page's places, and tables of plain cells.</summary>
public static class PageLinks
{
    public const string Readings = "readings";
    public const string ProductGroups = "product-groups";

    public static string Of(Criterion criterion) => "criterion-" + criterion.Id;

    public static string Of(CriterionGroup group) => "group-" + group.Id;

    public static string OfGates(NamedText group) => "gates-" + group.Id;

    public static string Of(Gate gate) => "gate-" + gate.Id;

    public static string Of(CountryList list) => "list-" + list.Id;

    public static string Of(GoodsTable table) => "table-" + table.Id;

    /// <summary>A link to a place of the page that shows a Latin id.</summary>
    internal static void Link(this Markup html, string place, string id)
    {
        using (html.In("a", "", ("href", "#" + place)))
        {
            html.Line("bdi", id, "id");
        }
    }

    /// <summary>Links to the criteria and gates with these ids.</summary>
    internal static void Links(this Markup html, Rulebook book, IEnumerable<string> ids)
    {
        var first = true;
        foreach (var id in ids)
        {
            if (!first)
            {
                html.Text(" ");
            }
            first = false;
            var gate = book.Gates.FirstOrDefault(g =>
                string.Equals(g.Id, id, StringComparison.Ordinal)
            );
            html.Link(gate is null ? Of(book.Criterion(id)) : Of(gate), id);
        }
    }

    /// <summary>A table whose first column names its rows.</summary>
    /// <param name="numbers">Whether the other columns hold numbers, units under units.</param>
    internal static void Table(
        this Markup html,
        string caption,
        IReadOnlyList<string> head,
        IEnumerable<IReadOnlyList<string>> rows,
        bool numbers = true
    )
    {
        using var table = html.In("table", numbers ? "numbers" : "words");
        html.Line("caption", caption);
        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (var cell in head)
            {
                html.Line("th", cell, "", ("scope", "col"));
            }
        }
        using (html.In("tbody"))
        {
            foreach (var row in rows)
            {
                using var line = html.In("tr");
                html.Line("th", row[0], "", ("scope", "row"));
                foreach (var cell in row.Skip(1))
                {
                    html.Line("td", cell);
                }
            }
        }
    }
}
