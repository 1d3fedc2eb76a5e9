using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Consortia;

/// <summary>Who may do what to registered consortia.</summary>
public static class ConsortiaActs
{
    private const Body G = Body.SmallIndustries;

    public static readonly Act ReadConsortium = new([
        Firm,
        Staff(ProvincialExpert, G),
        Staff(OrganizationExpert, G),
        Staff(Auditor),
        Staff(Administrator),
    ])
    {
        OpensFilesOf = [G],
    };
    public static readonly Act RecordConsortium = new([
        Staff(ProvincialExpert, G),
        Staff(OrganizationExpert, G),
    ]);
}
