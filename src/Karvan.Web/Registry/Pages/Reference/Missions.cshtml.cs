using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>In which countries there is a mission of Iran, and was on another day (clause S.a).</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class MissionListModel(ReferenceShelf shelf, PageTexts words)
    : ReferenceListPage<Mission>(words)
{
    public override ReferenceList List => ReferenceLists.Missions;

    public override bool Dated => true;

    protected override string Sort => "country";

    protected override async Task<IEnumerable<Mission>> Held()
    {
        var day = AskedDay();
        var rows = await shelf.Rows<Mission>(Cancellation);
        return rows.Where(m => day is null || m.HoldsOn(day.Value));
    }

    protected override Column<Mission>[] Columns(IReadOnlyList<Mission> rows) =>
        [
            new(
                "country",
                "reference.country",
                m => Lead(Cell.Text(PlaceNames.Country(m.Country, W)), m)
            )
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("kind", "mission.kind", m => Cell.Said(W[$"mission.kind.{m.Kind}"]))
            {
                Sorts = true,
                Filter = ColumnFilter.Choice,
                Choices = MissionForm.Kinds(W),
            },
            new("city", "mission.city", m => Cell.Text(m.City))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("from", "reference.from", m => Cell.Day(m.From)) { Sorts = true },
            new("to", "reference.to", m => Cell.Day(m.To)) { Sorts = true },
            .. About<Mission>(),
        ];
}
