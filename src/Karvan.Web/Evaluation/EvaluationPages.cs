using Karvan.Web.Modules;

namespace Karvan.Web.Evaluation;

/// <summary>Campaigns, dossiers, reviews and results. It has no pages yet.</summary>
internal sealed class EvaluationPages : IWebModule
{
    public int Order => 8;
}
