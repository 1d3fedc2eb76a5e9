using Karvan.Web.Modules;

namespace Karvan.Web.Evidence;

/// <summary>Proofs, endorsements and inquiries, and the decisions about them. It has no pages yet.</summary>
internal sealed class EvidencePages : IWebModule
{
    public int Order => 5;
}
