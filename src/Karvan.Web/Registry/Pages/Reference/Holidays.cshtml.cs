using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Official days off, year by year.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class HolidayListModel(ReferenceShelf shelf, PageTexts words) : ListPage(words)
{
    public override ReferenceList List => ReferenceLists.Holidays;

    public async Task<IActionResult> OnGetAsync()
    {
        var rows = await shelf.Rows<Holiday>(HttpContext.RequestAborted);
        var years = rows.Select(h => SolarDate.Year(h.Day)).Distinct().OrderDescending();
        return Show(
            rows,
            Columns([
                .. years.Select(y => new FieldChoice(
                    y.ToString(CultureInfo.InvariantCulture),
                    PageTexts.Name(W.Year(y))
                )),
            ]),
            "-day"
        );
    }

    private Column<Holiday>[] Columns(IReadOnlyList<FieldChoice> years) =>
        [
            new("day", "holiday.day", h => Lead(Cell.Day(h.Day), h)) { Sorts = true },
            new(
                "year",
                "holiday.year",
                h => Cell.Said(PageTexts.Name(W.Year(SolarDate.Year(h.Day))))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices = years,
            },
            new("name-fa", "reference.name-fa", h => Cell.Text(h.NameFa))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-en", "reference.name-en", h => Cell.Text(h.NameEn)) { Sorts = true },
            .. About<Holiday>(),
        ];
}
