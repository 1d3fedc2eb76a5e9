using Karvan.Core.Values;
using static Karvan.Core.Accounts.Act;
using static Karvan.Core.Accounts.Reach;
using static Karvan.Core.Accounts.Role;
using static Karvan.Core.Values.Body;

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
        [ManageAccounts] = [new(Administrator, null, OwnProvinces)],
        [ReadOutbox] = [new(Administrator, null, OwnProvinces)],

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
        [MergeEnterprises] =
        [
            new(ProvincialExpert, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        [EditEraCertificate] =
        [
            new(FirmUser, null, OwnFirm),
            new(ProvincialExpert, SmallIndustries, OwnProvinces),
        ],

        [ApplyAsPromoter] = [SignedIn],
        [ReadPromoterApplication] =
        [
            SignedIn,
            new(ProvincialExpert, SmallIndustries, OwnProvinces),
            new(OrganizationExpert, SmallIndustries, OwnProvinces),
            new(Auditor, null, OwnProvinces),
        ],
        [NotePromoterInterview] =
        [
            new(ProvincialExpert, SmallIndustries, OwnProvinces),
            new(OrganizationExpert, SmallIndustries, OwnProvinces),
        ],
        [DecidePromoter] = [new(OrganizationExpert, SmallIndustries, OwnProvinces)],

        [ReadConsortium] =
        [
            new(ProvincialExpert, SmallIndustries, OwnProvinces),
            new(OrganizationExpert, SmallIndustries, OwnProvinces),
            new(Auditor, null, OwnProvinces),
            new(Administrator, null, OwnProvinces),
        ],
        [EditConsortium] =
        [
            new(ProvincialExpert, SmallIndustries, OwnProvinces),
            new(OrganizationExpert, SmallIndustries, OwnProvinces),
        ],

        [ReadReferenceLists] = [Anybody],
        [EditReferenceLists] =
        [
            new(Administrator, null, OwnProvinces),
            new(OrganizationExpert, null, OwnProvinces),
        ],
        [ReadAudit] = [new(Auditor, null, OwnProvinces), new(Administrator, null, OwnProvinces)],
    };

    public static IReadOnlyList<Permit> Of(Act act) => Table.GetValueOrDefault(act) ?? [];
}
