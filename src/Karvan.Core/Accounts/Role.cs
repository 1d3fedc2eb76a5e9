namespace Karvan.Core.Accounts;

/// <summary>What somebody does in the system; see design §1.</summary>
public enum Role
{
    FirmUser,
    Promoter,
    ManagingDirector,
    ProvincialExpert,
    OrganizationExpert,
    Reviewer,
    CommitteeSecretary,
    Auditor,
    Administrator,
}
