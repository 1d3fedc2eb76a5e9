using Karvan.Core.Accounts;
using Karvan.Core.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>The size classes from one day on.</summary>
[Asks(Act.EditReference)]
public sealed class SizeRowModel(RowWork work, PageWords words)
    : RowPage<SizeThreshold, SizeForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Sizes;
}
