using Karvan.Registry.Promoters;

namespace Karvan.Web.Registry.Pages.Promoters;

/// <summary>What may be offered about a place in the databank as it stands.</summary>
internal static class StandingChoices
{
    public static IEnumerable<StandingChange> For(PromoterState state, bool byThemselves) =>
        state switch
        {
            PromoterState.Approved => [StandingChange.Suspend, StandingChange.Withdraw],
            PromoterState.Suspended => [StandingChange.Return, StandingChange.Withdraw],
            _ => byThemselves ? [StandingChange.Withdraw] : [],
        };
}
