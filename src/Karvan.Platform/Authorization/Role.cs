namespace Karvan.Platform.Authorization;

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

public static class Roles
{
    /// <summary>Those who decide about others, or see what is not theirs: they need a second factor.</summary>
    public static IReadOnlyList<Role> Staff { get; } =
    [
        Role.ProvincialExpert,
        Role.OrganizationExpert,
        Role.Reviewer,
        Role.CommitteeSecretary,
        Role.Auditor,
        Role.Administrator,
    ];

    public static bool IsStaff(this Role role) => Staff.Contains(role);
}
