using Karvan.Evidence.Items;
using Karvan.Web.Modules;

namespace Karvan.Web.Evidence;

/// <summary>Evidence of both documents, as the records that it belongs to show it.</summary>
internal sealed class EvidencePages : IWebModule
{
    public int Order => 5;

    public IEnumerable<SubjectPage> Subjects => [SubjectPage.None(nameof(EvidenceItem))];
}
