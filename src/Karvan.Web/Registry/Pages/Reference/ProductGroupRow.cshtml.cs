using Karvan.Core.Accounts;
using Karvan.Core.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One group of goods.</summary>
[Asks(Act.EditReference)]
public sealed class ProductGroupRowModel(RowWork work, PageWords words)
    : RowPage<ProductGroup, ProductGroupForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.ProductGroups;
}
