using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The size classes from one day on.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class SizeRowModel(RowWork work, PageTexts words)
    : RowPage<SizeThreshold, SizeForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Sizes;
}
