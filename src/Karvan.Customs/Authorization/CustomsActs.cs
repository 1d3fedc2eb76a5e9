using Karvan.Platform.Authorization;
using Karvan.Platform.Values;
using static Karvan.Platform.Authorization.Permit;
using static Karvan.Platform.Authorization.Role;

namespace Karvan.Customs.Authorization;

/// <summary>Who may do what to customs files, and to what was read of them.</summary>
public static class CustomsActs
{
    // Customs files are the ground of both documents: of exemptions in G1.d as of the points of R.
    public static readonly Act ReadCustoms = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
    ]);
    public static readonly Act ImportCustoms = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
    ]);

    // Who keeps accounts has no business with what a firm earns.
    public static readonly Act ReadTrade = new([
        Firm,
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
    ])
    {
        OpensFilesOf = [Body.Shared],
    };
    public static readonly Act ObjectToLine = new([Firm]);
    public static readonly Act AdjustLine = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
    ]);

    public static readonly Act ReportMissingDeclaration = new([Firm]);
    public static readonly Act DecideMissingDeclaration = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
    ]);

    /// <summary>A firm sees the statements about it that were issued; a draft is the body's alone.</summary>
    public static readonly Act ReadExportStatement = new([
        Firm with
        {
            While = [PlatformActs.IssuedPaper],
        },
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
        Staff(CommitteeSecretary),
        Staff(Auditor),
    ])
    {
        OpensFilesOf = [Body.SmallIndustries, Body.TradePromotion],
    };
    public static readonly Act IssueExportStatement = new([
        Staff(ProvincialExpert),
        Staff(OrganizationExpert),
    ]);
}
