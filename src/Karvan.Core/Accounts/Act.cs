namespace Karvan.Core.Accounts;

/// <summary>Everything somebody can do. Each page, file, search, export and route of the API asks for one of these.</summary>
public enum Act
{
    // Open to everybody.
    ReadPublic,

    // Accounts.
    ManageOwnAccount,
    InviteColleague,
    ManageGrants,

    // The registry of firms.
    ReadEnterprise,
    RegisterEnterprise,
    EditEnterprise,
    VerifyEnterprise,
    SucceedEnterprise,
    AddEraCertificate,
    CheckEraCertificate,

    // The promoters' databank.
    ApplyAsPromoter,
    ReadPromoter,
    ReadPromoterApplications,
    InterviewPromoter,
    DecidePromoter,

    // Registered consortia.
    ReadConsortium,
    RecordConsortium,

    // Customs files and what is read of them.
    ReadCustoms,
    ImportCustoms,

    // A firm's own trade.
    ReadTrade,
    ContestLine,
    AdjustLine,

    // Work that outlives a request.
    ReadJobs,
    KeepJobs,

    // Lists that everything else refers to.
    ReadReference,
    EditMissions,
    EditReference,

    // The record of changes.
    ReadAudit,
}
