using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>Another name of one country.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class AliasRowModel(RowWork work, PageTexts words)
    : RowPage<CountryAlias, AliasForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Aliases;
}
