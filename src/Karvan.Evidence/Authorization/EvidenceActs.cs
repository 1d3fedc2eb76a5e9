using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Evidence.Authorization;

/// <summary>Who sees evidence: what a firm puts together is its own until it is filed.</summary>
public static class EvidenceActs
{
    /// <summary>It was filed: the body that decides on it sees it.</summary>
    public const string Filed = "filed";

    /// <summary>The body's office puts it together for the firm, from what the firm handed in.</summary>
    public const string ByOffice = "by-office";

    private const Body R = Body.TradePromotion;

    public static readonly Act ReadEvidence = new([
        Firm,
        OfFiled(Staff(ProvincialExpert, R)),
        OfFiled(Staff(OrganizationExpert, R)),
        Staff(CommitteeSecretary, R) with
        {
            While = [Filed, ByOffice],
        },
        OfFiled(Staff(Auditor)),
    ])
    {
        OpensFilesOf = [R],
    };

    private static Permit OfFiled(Permit permit) => permit with { While = [Filed] };
}
