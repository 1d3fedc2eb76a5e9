using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Registry.Authorization;

/// <summary>Who may do what to firms, certificates, the promoters' databank and reference lists.</summary>
public static class RegistryActs
{
    private const Body G = Body.SmallIndustries;

    /// <summary>The state of an application from which on others than its author may see it.</summary>
    public const string SubmittedPromoter = "Submitted";

    // The registry of firms.
    public static readonly Act ReadEnterprise = new([
        Claimant,
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
        Staff(Administrator),
    ])
    {
        OpensFilesOf = [Body.Shared],
    };
    public static readonly Act RegisterEnterprise = new([SignedIn]);
    public static readonly Act EditEnterprise = new([Claimant, Staff(ProvincialExpert)]);

    /// <summary>The firm's own answer to what its expert asked.</summary>
    public static readonly Act AnswerQuestion = new([Claimant]);
    public static readonly Act VerifyEnterprise = new([Staff(ProvincialExpert)]);

    // Somebody says that they act for a firm which others registered.
    public static readonly Act ClaimEnterprise = new([SignedIn]);
    public static readonly Act ReadClaim = new([
        SignedIn,
        Staff(ProvincialExpert),
        Staff(Auditor),
        Staff(Administrator),
    ])
    {
        OpensFilesOf = [Body.Shared],
    };
    public static readonly Act ListClaims = new([
        Staff(ProvincialExpert),
        Staff(Auditor),
        Staff(Administrator),
    ]);
    public static readonly Act SettleClaim = new([Staff(ProvincialExpert)]);

    public static readonly Act SucceedEnterprise = new([Staff(ProvincialExpert)]);

    /// <summary>Certificates and their files are the firm's: somebody whose claim to it is not verified sees none.</summary>
    public static readonly Act ReadEraCertificate = new([
        Firm,
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
        Staff(Administrator),
    ])
    {
        OpensFilesOf = [Body.Shared],
    };
    public static readonly Act AddEraCertificate = new([Firm, Staff(ProvincialExpert, G)]);
    public static readonly Act CheckEraCertificate = new([Staff(ProvincialExpert, G)]);

    // The promoters' databank.
    public static readonly Act ApplyAsPromoter = new([SignedIn]);

    /// <summary>A draft is its author's alone.</summary>
    public static readonly Act ReadPromoter = new([
        SignedIn,
        OfSubmitted(Staff(ProvincialExpert, G)),
        OfSubmitted(Staff(OrganizationExpert, G)),
        OfSubmitted(Staff(Auditor)),
        OfSubmitted(Staff(Administrator)),
    ])
    {
        OpensFilesOf = [G],
    };

    // What the bodies hold of an application, interviews included: never by being the applicant.
    public static readonly Act ReadPromoterApplications = new([
        OfSubmitted(Staff(ProvincialExpert, G)),
        OfSubmitted(Staff(OrganizationExpert, G)),
        OfSubmitted(Staff(Auditor)),
        OfSubmitted(Staff(Administrator)),
    ]);

    // The interview is the provincial company's or the Organization's; approval is the Organization's alone (G1.a).
    public static readonly Act InterviewPromoter = new([
        Staff(ProvincialExpert, G),
        Staff(OrganizationExpert, G),
    ]);
    public static readonly Act DecidePromoter = new([Staff(OrganizationExpert, G)]);

    /// <summary>Promoters leave the databank themselves; suspending and taking back is the Organization's.</summary>
    public static readonly Act ChangePromoterStanding = new([
        SignedIn,
        Staff(OrganizationExpert, G),
    ]);

    // Lists that everything else refers to.
    public static readonly Act ReadReference = new([Anybody]);

    // Whether a country has a mission is the Organization's to keep (S.a).
    public static readonly Act EditMissions = new([Staff(OrganizationExpert, G)]);
    public static readonly Act EditReference = new([
        Staff(OrganizationExpert, G),
        Staff(Administrator),
    ]);

    private static Permit OfSubmitted(Permit permit) => permit with { While = [SubmittedPromoter] };
}
