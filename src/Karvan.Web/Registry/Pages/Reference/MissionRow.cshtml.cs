using Karvan.Registry.Authorization;
using Karvan.Registry.Reference;
using Karvan.Web.Authorization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Registry.Pages.Reference;

/// <summary>One mission.</summary>
[Asks(nameof(RegistryActs.EditMissions))]
public sealed class MissionRowModel(RowWork work, PageTexts words)
    : RowPage<Mission, MissionForm>(work, words)
{
    public override ReferenceList List => ReferenceLists.Missions;
}
