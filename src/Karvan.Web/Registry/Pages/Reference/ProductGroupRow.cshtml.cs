using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One group of goods.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class ProductGroupRowModel(RowWork work, PageTexts words)
    : RowPage<ProductGroup, ProductGroupForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.ProductGroups;
}
