using Karvan.Core.Accounts;
using Karvan.Core.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One official day off.</summary>
[Asks(Act.EditReference)]
public sealed class HolidayRowModel(RowWork work, PageWords words)
    : RowPage<Holiday, HolidayForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Holidays;
}
