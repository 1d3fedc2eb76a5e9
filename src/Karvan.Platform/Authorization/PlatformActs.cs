using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Platform.Authorization;

/// <summary>Who may do what to accounts, jobs and the record of changes.</summary>
public static class PlatformActs
{
    /// <summary>The state of an official paper from which on others than its issuer may see it: it has its number.</summary>
    public const string IssuedPaper = "Issued";

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

    // Official papers. Each kind has acts of its own besides; these are the doors to the pages.
    public static readonly Act ReadPapers = new([
        Firm with
        {
            While = [IssuedPaper],
        },
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
    ]);
    public static readonly Act IssuePapers = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
    ]);
    public static readonly Act ReadLetterheads = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
        Staff(Administrator),
    ]);
    public static readonly Act EditLetterheads = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Administrator),
    ]);

    // The record of changes.
    public static readonly Act ReadAudit = new([Staff(Auditor), Staff(Administrator)]);
}
