using Karvan.Platform.Searching;
using Karvan.Platform.Values;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The page of one list: what holds, on a day if one is asked for, and where it is edited.</summary>
public abstract class ReferenceListPage<TRow>(PageTexts words)
    : ListPage<TRow>(words),
        IReferenceListPage
{
    private static readonly Status Example = new("reference.example", StatusKind.Now);
    private static readonly Status Real = new("reference.real", StatusKind.Quiet);

    private IReadOnlyList<TRow> held = [];

    public abstract ReferenceList List { get; }

    public virtual bool Dated => false;

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    public bool MayEdit => List.Row is { } row && May(List.Edit, ReferenceRow.SubjectOf(row, null));

    /// <summary>The order where nobody asks for another.</summary>
    protected abstract string Sort { get; }

    /// <summary>What is to be shown, of the day that is asked for.</summary>
    protected abstract Task<IEnumerable<TRow>> Held();

    protected abstract Column<TRow>[] Columns(IReadOnlyList<TRow> rows);

    protected override async ValueTask<ListTable<TRow>> Describe()
    {
        held = [.. await Held()];
        return new("reference.rows", List.Key, Sort, Columns(held)) { PageSize = 50 };
    }

    protected override ValueTask<FoundRows<TRow>> Rows(ListTable<TRow> list, TableAsk ask) =>
        new(ShortTable.Pick(held, list.Columns, ask, W));

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

    /// <summary>A row leads to where it is edited, for those who may.</summary>
    protected Cell Lead(Cell cell, ReferenceRow row) =>
        MayEdit ? cell with { Href = List.RowHref!(row.Id) } : cell;

    /// <summary>Where a row is known from, and whether it is an example only.</summary>
    protected Column<T>[] About<T>()
        where T : ReferenceRow =>
        [
            new("example", "reference.claim", r => Cell.Status(r.IsExample ? Example : Real))
            {
                Filter = ColumnFilter.Choice,
                Choices = [new("example", W[Example.TextKey]), new("real", W[Real.TextKey])],
            },
            new("source", "reference.source", r => Cell.Text(r.Source)),
        ];
}

/// <summary>What the parts of such a page need to know of it.</summary>
internal interface IReferenceListPage
{
    ReferenceList List { get; }

    TableView Table { get; }

    /// <summary>Whether rows hold from a day on, so that one can ask what held on another.</summary>
    bool Dated { get; }

    /// <summary>The day that is asked for, as it was typed.</summary>
    string? On { get; }

    bool MayEdit { get; }
}
