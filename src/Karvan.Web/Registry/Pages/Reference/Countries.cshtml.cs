using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Records;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>A country as its list shows it.</summary>
public sealed record CountryRow(string Code, LocalText Name, string Aliases, bool HasMission);

/// <summary>All countries, and whether each has a mission on a day.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class CountryListModel(ReferenceShelf shelf, PageTexts words, TimeProvider clock)
    : ReferenceListPage<CountryRow>(words)
{
    private static readonly Status With = new("countries.with-mission", StatusKind.Good);
    private static readonly Status Without = new("countries.without-mission", StatusKind.Quiet);

    public override ReferenceList List => ReferenceLists.Countries;

    public override bool Dated => true;

    protected override string Sort => W.IsPersian ? "name-fa" : "name-en";

    protected override async Task<IEnumerable<CountryRow>> Held()
    {
        var day = AskedDay() ?? TehranTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var missions = await shelf.Missions(Cancellation);
        var aliases = (await shelf.Rows<CountryAlias>(Cancellation)).ToLookup(
            a => a.Country,
            a => a.Name,
            StringComparer.Ordinal
        );
        return ReferenceTable.Countries.Rows.Select(c => new CountryRow(
            c.Id,
            c.Text,
            string.Join(W.IsPersian ? "، " : ", ", aliases[c.Id]),
            missions.HasMission(c.Id, day)
        ));
    }

    protected override Column<CountryRow>[] Columns(IReadOnlyList<CountryRow> rows) =>
        [
            new("code", "reference.code", c => Cell.Code(c.Code))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-fa", "reference.name-fa", c => Cell.Text(c.Name.Fa))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("name-en", "reference.name-en", c => Cell.Text(c.Name.En))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("aliases", "countries.aliases", c => Cell.Text(c.Aliases)),
            new("mission", "countries.mission", c => Cell.Status(c.HasMission ? With : Without))
            {
                Filter = ColumnFilter.Choice,
                Choices = [new("yes", W[With.TextKey]), new("no", W[Without.TextKey])],
            },
        ];
}
