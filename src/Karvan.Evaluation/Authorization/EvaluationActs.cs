using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Evaluation.Authorization;

/// <summary>Who may do what to campaigns: document R is the trade side's.</summary>
public static class EvaluationActs
{
    /// <summary>The state of a campaign in which it is anybody's to read.</summary>
    public const string Called = "called";

    private const Body R = Body.TradePromotion;

    /// <summary>From its call on a campaign is anybody's to read; before, it is its secretary's.</summary>
    public static readonly Act ReadCampaign = new([
        Anybody with
        {
            While = [Called],
        },
        Staff(CommitteeSecretary, R),
        Staff(OrganizationExpert, R),
        Staff(Auditor),
        Staff(Administrator),
    ]);

    public static readonly Act RunCampaign = new([Staff(CommitteeSecretary, R)]);
}
