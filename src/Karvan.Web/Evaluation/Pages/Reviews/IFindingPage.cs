using Karvan.Evidence.Items;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Evaluation.Pages.Reviews;

/// <summary>A page with the form of a finding.</summary>
public interface IFindingPage
{
    ItemFindingForm Form { get; }

    EvidenceAsk Ask { get; }

    /// <summary>What number the criterion takes.</summary>
    Said NumberHint { get; }
}
