using Karvan.Texts;

namespace Karvan.Rules.Rulebooks;

/// <summary>What evidence a criterion accepts: forms, checks and refusals follow it.</summary>
/// <param name="Demands">What every item must bring.</param>
/// <param name="Kinds">The kinds of item there are, each with what it must bring besides; empty: items of one kind.</param>
/// <param name="Item">What makes two items different, and what an item is called where it is handed on; empty: any row.</param>
/// <param name="Key">Everything acceptance depends on, as canonical text.</param>
public sealed record Acceptance(
    EvidenceDemands Demands,
    IReadOnlyList<EvidenceKind> Kinds,
    IReadOnlyList<EvidenceField> Item,
    string Key
);

/// <param name="Id">Its name where evidence is handed on.</param>
public sealed record EvidenceKind(string Id, LocalText Title, EvidenceDemands Demands);

/// <summary>What an item of evidence says about itself.</summary>
public enum EvidenceField
{
    Kind,
    Country,
    Name,
    Date,
    Language,

    /// <summary>Whom it is about: a board member or senior manager.</summary>
    Person,

    /// <summary>What that person is in the firm.</summary>
    Post,

    WebAddress,

    /// <summary>The day on which somebody looked at the address.</summary>
    DaySeen,
}

/// <summary>What an item must bring to be accepted.</summary>
/// <param name="Fields">What it must say.</param>
/// <param name="Documents">What must be shown.</param>
/// <param name="EndorsedBy">Who may endorse it, or null where nobody has to.</param>
/// <param name="Under">Bodies under one of which the association must stand; empty: any.</param>
/// <param name="Valid">When it must be in force, or null.</param>
/// <param name="HeldIn">The solar year its date must fall into, or null.</param>
/// <param name="Inquiries">Who is asked what, by letter.</param>
/// <param name="Proof">What proves it without a document, or null.</param>
public sealed record EvidenceDemands(
    IReadOnlyList<EvidenceField> Fields,
    IReadOnlyList<EvidenceDocument> Documents,
    EvidenceEndorsement? EndorsedBy,
    IReadOnlyList<string> Under,
    EvidenceValidity? Valid,
    int? HeldIn,
    IReadOnlyList<EvidenceInquiry> Inquiries,
    EvidenceProof? Proof
);

/// <param name="InLanguageOfCountry">Whether it must be in a language of the country it is about.</param>
public sealed record EvidenceDocument(string Id, LocalText Title, bool InLanguageOfCountry);

/// <param name="Bodies">Ids of the book's bodies; one of them suffices.</param>
/// <param name="WithoutMission">Bodies that may endorse as well where the country has no Iranian mission.</param>
public sealed record EvidenceEndorsement(
    IReadOnlyList<string> Bodies,
    IReadOnlyList<string> WithoutMission
);

/// <param name="Year">A solar year.</param>
/// <param name="ToItsEnd">In force on its last day; otherwise on any day of it.</param>
public sealed record EvidenceValidity(int Year, bool ToItsEnd);

/// <param name="Of">Id of the body that is asked.</param>
public sealed record EvidenceInquiry(string Of, LocalText About);

/// <summary>Membership of a consortium that is registered in the system, on one day of a solar year.</summary>
public sealed record EvidenceProof(int MemberOfConsortiumIn);
