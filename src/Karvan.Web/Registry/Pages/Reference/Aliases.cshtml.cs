using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Names by which files call countries.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class AliasListModel(ReferenceShelf shelf, PageTexts words)
    : ReferenceListPage<CountryAlias>(words)
{
    public override ReferenceList List => ReferenceLists.Aliases;

    protected override string Sort => "country";

    protected override async Task<IEnumerable<CountryAlias>> Held() =>
        await shelf.Rows<CountryAlias>(Cancellation);

    protected override Column<CountryAlias>[] Columns(IReadOnlyList<CountryAlias> rows) =>
        [
            new("name", "alias.name", a => Lead(Cell.Text(a.Name), a))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("country", "reference.country", a => Cell.Text(PlaceNames.Country(a.Country, W)))
            {
                Sorts = true,
                Filter = ColumnFilter.Text,
            },
            new("code", "reference.code", a => Cell.Code(a.Country)) { Sorts = true },
            .. About<CountryAlias>(),
        ];
}
