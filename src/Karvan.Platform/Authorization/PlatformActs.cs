using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Platform.Authorization;

/// <summary>Who may do what to accounts, jobs and the record of changes.</summary>
public static class PlatformActs
{
    public static readonly Act ReadPublic = new([Anybody]);

    /// <summary>Sign-up, sign-in and what links in letters do: whoever does it is nobody yet.</summary>
    public static readonly Act EnterAccount = new([Anybody]);

    public static readonly Act ManageOwnAccount = new([SignedIn]);
    public static readonly Act InviteColleague = new([Firm]);
    public static readonly Act ManageGrants = new([Staff(Administrator)]);

    // Work that outlives a request.
    public static readonly Act ReadJobs = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(Auditor),
        Staff(Administrator),
    ]);
    public static readonly Act KeepJobs = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(Administrator),
    ]);

    /// <summary>What start-up, jobs and rounds do by themselves: allowed to nobody else.</summary>
    public static readonly Act RunSystem = new([]);

    // The record of changes.
    public static readonly Act ReadAudit = new([Staff(Auditor), Staff(Administrator)]);
}
