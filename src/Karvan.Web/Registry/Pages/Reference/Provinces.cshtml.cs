using Karvan.Registry.Authorization;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Tables;
using Karvan.Web.Components.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The provinces with their codes.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class ProvinceListModel(PageTexts words) : ListPage(words)
{
    public override ReferenceList List => ReferenceLists.Provinces;

    public IActionResult OnGet() =>
        Show(
            ReferenceTable.Provinces.Rows,
            [
                new Column<NamedText>("code", "reference.code", p => Cell.Code(p.Id))
                {
                    Sorts = true,
                },
                new Column<NamedText>("name-fa", "reference.name-fa", p => Cell.Text(p.Text.Fa))
                {
                    Sorts = true,
                    Filter = ColumnFilter.Text,
                },
                new Column<NamedText>("name-en", "reference.name-en", p => Cell.Text(p.Text.En))
                {
                    Sorts = true,
                    Filter = ColumnFilter.Text,
                },
            ],
            "code"
        );
}
