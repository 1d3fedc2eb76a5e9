using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The page of one list: what holds, on a day if one is asked for, and where it is edited.</summary>
public abstract class ListPage(PageTexts words) : KarvanPage
{
    private const int PageSize = 50;

    public abstract ReferenceList List { get; }

    public TableView Table { get; private protected set; } = null!;

    /// <summary>Whether rows hold from a day on, so that one can ask what held on another.</summary>
    public virtual bool Dated => false;

    /// <summary>The day that is asked for, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    public bool MayEdit => List.Row is { } row && May(List.Edit, ReferenceRow.SubjectOf(row, null));

    protected PageTexts W => words;

    /// <summary>The day asked for; null for all. What is no day is said beside the field.</summary>
    protected DateOnly? AskedDay()
    {
        if (string.IsNullOrWhiteSpace(On))
        {
            return null;
        }
        if (SolarDate.TryParse(On, out var day))
        {
            return day;
        }
        ModelState.AddModelError(nameof(On), "field.date");
        return null;
    }

    protected IActionResult Show<TRow>(
        IEnumerable<TRow> rows,
        IReadOnlyList<Column<TRow>> columns,
        string sort
    )
    {
        var ask = TableAsk.Of(Request, columns, sort, PageSize);
        var found = ShortTable.Pick(rows, columns, ask, words);
        if (ask.Download is { } format)
        {
            return new TableFile<TRow>(format, List.Key, columns, found.ToAsyncEnumerable());
        }
        Table = TableView.Of(
            "",
            "reference.rows",
            ask,
            columns,
            found.Skip(ask.Skip).Take(PageSize),
            found.Count
        );
        return Page();
    }

    /// <summary>A row leads to where it is edited, for those who may.</summary>
    protected Cell Lead(Cell cell, ReferenceRow row) =>
        MayEdit ? cell with { Href = List.RowHref!(row.Id) } : cell;

    /// <summary>Where a row is known from, and whether it is an example only.</summary>
    protected Column<TRow>[] About<TRow>()
        where TRow : ReferenceRow =>
        [
            new("example", "reference.claim", r => Cell.Status(r.IsExample ? Example : Real))
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    new("example", words[Example.TextKey]),
                    new("real", words[Real.TextKey]),
                ],
            },
            new("source", "reference.source", r => Cell.Text(r.Source)),
        ];

    private static readonly Status Example = new("reference.example", StatusKind.Now);
    private static readonly Status Real = new("reference.real", StatusKind.Quiet);
}
