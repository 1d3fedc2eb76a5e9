using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Rules.Reference;
using Karvan.Web.Authorization;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>All lists that the rest refers to, open to everybody.</summary>
[Asks(nameof(RegistryActs.ReadReference))]
public sealed class ReferenceIndexModel(ReferenceShelf shelf) : KarvanPage
{
    /// <summary>Each with its number of rows.</summary>
    public IReadOnlyList<(ReferenceList List, int Rows)> Lists { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Lists =
        [
            (ReferenceLists.Missions, await shelf.Count<Mission>(stop)),
            (ReferenceLists.Holidays, await shelf.Count<Holiday>(stop)),
            (ReferenceLists.ProductGroups, await shelf.Count<ProductGroup>(stop)),
            (ReferenceLists.Sizes, await shelf.Count<SizeThreshold>(stop)),
            (ReferenceLists.Aliases, await shelf.Count<CountryAlias>(stop)),
            (ReferenceLists.Countries, ReferenceTable.Countries.Rows.Count),
            (ReferenceLists.Provinces, ReferenceTable.Provinces.Rows.Count),
        ];
    }
}
