using System.Globalization;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Official days off, year by year.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class HolidayListModel(ReferenceShelf shelf, PageTexts words)
    : ReferenceListPage<Holiday>(words)
{
    public override ReferenceList List => ReferenceLists.Holidays;

    protected override string Sort => "-day";

    protected override async Task<IEnumerable<Holiday>> Held() =>
        await shelf.Rows<Holiday>(Cancellation);

    protected override Column<Holiday>[] Columns(IReadOnlyList<Holiday> rows) =>
        [
            new("day", "holiday.day", h => Lead(Cell.Day(h.Day), h)) { Sorts = true },
            new(
                "year",
                "holiday.year",
                h => Cell.Said(PageTexts.Name(W.Year(SolarDate.Year(h.Day))))
            )
            {
                Filter = ColumnFilter.Choice,
                Choices =
                [
                    .. rows.Select(h => SolarDate.Year(h.Day))
                        .Distinct()
                        .OrderDescending()
                        .Select(y => new FieldChoice(
                            y.ToString(CultureInfo.InvariantCulture),
                            PageTexts.Name(W.Year(y))
                        )),
                ],
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
