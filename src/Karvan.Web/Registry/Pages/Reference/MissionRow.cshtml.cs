using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Words;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One mission.</summary>
[Asks(nameof(RegistryActs.EditMissions))]
public sealed class MissionRowModel(RowWork work, PageWords words)
    : RowPage<Mission, MissionForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Missions;
}
