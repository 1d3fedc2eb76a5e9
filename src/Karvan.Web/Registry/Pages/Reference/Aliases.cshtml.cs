using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Fields;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Names by which files call countries.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class AliasListModel(ReferenceShelf shelf, PageTexts words) : ListPage(words)
{
    public override ReferenceList List => ReferenceLists.Aliases;

    public async Task<IActionResult> OnGetAsync() =>
        Show(await shelf.Rows<CountryAlias>(HttpContext.RequestAborted), Columns(), "country");

    private Column<CountryAlias>[] Columns() =>
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
