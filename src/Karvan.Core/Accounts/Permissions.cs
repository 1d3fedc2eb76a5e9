using Karvan.Core.Values;
using static Karvan.Core.Accounts.Act;
using static Karvan.Core.Accounts.Reach;
using static Karvan.Core.Accounts.Role;

namespace Karvan.Core.Accounts;

/// <summary>How far a permission goes.</summary>
public enum Reach
{
    /// <summary>Records of the firm somebody acts for.</summary>
    OwnFirm,

    /// <summary>Records that are about the person.</summary>
    OwnPerson,

    /// <summary>Records of the provinces of the grant.</summary>
    OwnProvinces,
}

/// <summary>One line of the table: who may, and how far.</summary>
/// <param name="Role">Null for anybody: signed in where the reach is their own person, else the public too.</param>
/// <param name="Body">The body whose grant it takes; null for either.</param>
public sealed record Permit(Role? Role, Body? Body, Reach Reach);

/// <summary>Who may do what. What is not here is not allowed to anybody.</summary>
public static class Permissions
{
    private static readonly Permit Anybody = new(null, null, OwnProvinces);
    private static readonly Permit SignedIn = new(null, null, OwnPerson);

    private static readonly IReadOnlyDictionary<Act, Permit[]> Table = new Dictionary<Act, Permit[]>
    {
        [ReadPublic] = [Anybody],
        [ManageOwnAccount] = [SignedIn],
        [InviteColleague] = [new(FirmUser, null, OwnFirm)],
        [ManageGrants] = [new(Administrator, null, OwnProvinces)],

        [ReadEnterprise] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
            new(CommitteeSecretary, null, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        [RegisterEnterprise] = [SignedIn],
        [EditEnterprise] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, null, OwnProvinces),
        ],
        [VerifyEnterprise] = [new(ProvincialExpert, null, OwnProvinces)],
        [SucceedEnterprise] = [new(ProvincialExpert, null, OwnProvinces)],
        [AddEraCertificate] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
        ],
        [CheckEraCertificate] = [new(ProvincialExpert, Body.SmallIndustries, OwnProvinces)],

        [ApplyAsPromoter] = [SignedIn],
        [ReadPromoter] =
        [
            SignedIn,
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        // What the bodies hold of an application, interviews included: never by being the applicant.
        [ReadPromoterApplications] =
        [
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        // The interview is the provincial company's or the Organization's; approval is the Organization's alone (G1.a).
        [InterviewPromoter] =
        [
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
        ],
        [DecidePromoter] = [new(OrganizationExpert, Body.SmallIndustries, OwnProvinces)],

        [ReadConsortium] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        [RecordConsortium] =
        [
            new(ProvincialExpert, Body.SmallIndustries, OwnProvinces),
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
        ],

        // Customs files are the ground of both documents: of exemptions in G1.d as of the points of R.
        [ReadCustoms] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
            new(CommitteeSecretary, null, OwnProvinces),
            new(Auditor, null, OwnProvinces),
        ],
        [ImportCustoms] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
        ],
        // Who keeps accounts has no business with what a firm earns.
        [ReadTrade] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
            new(CommitteeSecretary, null, OwnProvinces),
            new(Auditor, null, OwnProvinces),
        ],
        [ContestLine] = [new(FirmUser, null, OwnFirm)],
        [AdjustLine] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
        ],

        [ReadJobs] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        [KeepJobs] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],

        [ReadReference] = [Anybody],
        // Whether a country has a mission is the Organization's to keep (S.a).
        [EditMissions] = [new(OrganizationExpert, Body.SmallIndustries, OwnProvinces)],
        [EditReference] =
        [
            new(OrganizationExpert, Body.SmallIndustries, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],

        [ReadAudit] = [new(Auditor, null, OwnProvinces), new(Administrator, null, OwnProvinces)],
    };

    public static IReadOnlyList<Permit> Of(Act act) => Table.GetValueOrDefault(act) ?? [];
}
