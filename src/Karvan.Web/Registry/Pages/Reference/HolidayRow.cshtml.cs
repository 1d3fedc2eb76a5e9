using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One official day off.</summary>
[Asks(nameof(RegistryActs.EditReference))]
public sealed class HolidayRowModel(RowWork work, PageWords words)
    : RowPage<Holiday, HolidayForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Holidays;
}
