namespace Karvan.Core.Accounts;

/// <summary>Everything somebody can do. Each page, file, search, export and route of the API asks for one of these.</summary>
public enum Act
{
    // Open to everybody.
    ReadPublic,

    // Accounts.
    ManageOwnAccount,
    ManageAccounts,
    ReadOutbox,

    // The registry of firms.
    ReadEnterprise,
    RegisterEnterprise,
    EditEnterprise,
    VerifyEnterprise,
    MergeEnterprises,
    EditEraCertificate,

    // Promoters.
    ApplyAsPromoter,
    ReadPromoterApplication,
    NotePromoterInterview,
    DecidePromoter,

    // Consortia as records.
    ReadConsortium,
    EditConsortium,

    // Lists that everybody relies on.
    ReadReferenceLists,
    EditReferenceLists,

    // The record of changes.
    ReadAudit,
}
