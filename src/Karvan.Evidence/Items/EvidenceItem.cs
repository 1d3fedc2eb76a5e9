using Karvan.Evidence.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Evidence.Items;

/// <summary>The record that evidence belongs to.</summary>
/// <param name="Of">Its subject: body, province and firm are the evidence's as well.</param>
/// <param name="State">On which rights depend: <see cref="EvidenceActs.Filed"/>, <see cref="EvidenceActs.ByOffice"/> or null.</param>
public sealed record EvidenceOwner(Subject Of, string? State);

/// <summary>
/// One thing that shows that a criterion is met: what it says of itself, and the documents that come with it. The record of
/// changes names its criterion alone, since what is not filed is the firm's; what was filed is frozen with its receipt.
/// </summary>
[NotRecorded]
public sealed class EvidenceItem : IOwned
{
    private readonly List<AttachedDocument> files = [];

    private EvidenceItem() { }

    public Guid Id { get; private set; }
    public string OwnerKind { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public Body Body { get; private set; }
    public string? Province { get; private set; }
    public Guid? EnterpriseId { get; private set; }

    /// <summary>The state of its owner on which rights depend; kept up by whoever changes that state.</summary>
    public string? OwnerState { get; private set; }

    /// <summary>The clause it is about, as <c>R6.5</c>.</summary>
    [Field("evidence.criterion", Longest = Lengths.Code)]
    public string Criterion { get; private set; } = "";

    /// <summary>One of the kinds that the criterion takes; null where it takes one kind alone.</summary>
    [Field("evidence.kind", Longest = Lengths.Code)]
    public string? Kind { get; private set; }

    [Field("evidence.country", Kind = FieldKind.Country, Asked = true)]
    public string? Country { get; private set; }

    [Field("evidence.name", Longest = Lengths.Name, Asked = true)]
    public string? Name { get; private set; }

    [Field("evidence.date", Asked = true)]
    public DateOnly? Date { get; private set; }

    [Field("evidence.language", Kind = FieldKind.Language, Asked = true)]
    public string? Language { get; private set; }

    [Field("evidence.person", Longest = Lengths.Name, Asked = true)]
    public string? Person { get; private set; }

    [Field("evidence.post", Longest = Lengths.Name, Asked = true)]
    public string? Post { get; private set; }

    [Field(
        "evidence.web-address",
        Hint = "evidence.web-address-hint",
        Longest = Lengths.Note,
        Kind = FieldKind.Web,
        Asked = true
    )]
    public string? WebAddress { get; private set; }

    [Field("evidence.day-seen", Hint = "evidence.day-seen-hint", Asked = true)]
    public DateOnly? DaySeen { get; private set; }

    [Field("evidence.valid-from")]
    public DateOnly? ValidFrom { get; private set; }

    [Field("evidence.valid-until", Asked = true)]
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Id of the body under which the association stands.</summary>
    [Field("evidence.under", Longest = Lengths.Code, Asked = true)]
    public string? Under { get; private set; }

    /// <summary>Id of the body that endorsed it.</summary>
    [Field("evidence.endorser", Longest = Lengths.Code, Asked = true)]
    public string? Endorser { get; private set; }

    [Field(
        "evidence.endorsement-number",
        Hint = "evidence.endorsement-number-hint",
        Longest = Lengths.Code,
        Length = FieldLength.Middle
    )]
    public string? EndorsementNumber { get; private set; }

    [Field("evidence.endorsed-on")]
    public DateOnly? EndorsedOn { get; private set; }

    /// <summary>Hundredths: of a per cent, or of the points that the firm gives itself where a reviewer gives them.</summary>
    [Field("evidence.quantity")]
    public int? Hundredths { get; private set; }

    /// <summary>One of the levels of the criterion.</summary>
    [Field("evidence.level", Longest = Lengths.Code, Asked = true)]
    public string? Level { get; private set; }

    [Field(
        "evidence.remark",
        Hint = "evidence.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    /// <summary>The record in this system that proves it without a document; null for the others.</summary>
    public Guid? ProofId { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>What was typed is kept, though it counts no more.</summary>
    public DateTime? RemovedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AttachedDocument> Files => files;

    public decimal? Quantity => Hundredths / 100m;

    public Subject Subject =>
        new(nameof(EvidenceItem), Id, Body, Province, EnterpriseId, null, OwnerState);

    public static EvidenceItem Add(EvidenceOwner owner, string criterion, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            OwnerKind = owner.Of.Kind,
            OwnerId =
                owner.Of.Id
                ?? throw new ArgumentException("Evidence belongs to a record.", nameof(owner)),
            Body = owner.Of.Body,
            Province = owner.Of.Province,
            EnterpriseId = owner.Of.EnterpriseId,
            OwnerState = owner.State,
            Criterion = criterion,
            AddedAt = at,
        };

    /// <summary>An item that a record of this system proves.</summary>
    public static EvidenceItem Prove(
        EvidenceOwner owner,
        string criterion,
        string kind,
        (Guid Id, string Name) proof,
        DateTime at
    )
    {
        var made = Add(owner, criterion, at);
        (made.Kind, made.Name, made.ProofId) = (kind, proof.Name, proof.Id);
        return made;
    }

    /// <summary>What another item says, for the same criterion of a later year: its files come with it.</summary>
    public static EvidenceItem CopyOf(EvidenceItem earlier, EvidenceOwner owner, DateTime at)
    {
        var copy = Add(owner, earlier.Criterion, at);
        copy.Take(EvidenceSaid.Of(earlier));
        return copy;
    }

    public void Take(EvidenceSaid said)
    {
        (Kind, Country, Name, Date) = (said.Kind, said.Country, said.Name, said.Date);
        (Language, Person, Post) = (said.Language, said.Person, said.Post);
        (WebAddress, DaySeen) = (said.WebAddress, said.DaySeen);
        (ValidFrom, ValidUntil, Under) = (said.ValidFrom, said.ValidUntil, said.Under);
        (Endorser, EndorsementNumber, EndorsedOn) = (
            said.Endorser,
            said.EndorsementNumber,
            said.EndorsedOn
        );
        (Hundredths, Level, Remark) = (said.Hundredths, said.Level, said.Remark);
        Version++;
    }

    /// <summary>Shows one of its documents; an earlier file of the same document is kept and shown no more.</summary>
    /// <param name="document">Id of the document among those of the criterion, or <see cref="AttachedDocument.Further"/>.</param>
    public void Attach(string document, Guid attachment, DateTime at)
    {
        if (document is not AttachedDocument.Further)
        {
            foreach (var earlier in files.Where(f => f.Document == document))
            {
                earlier.TakeAway(at);
            }
        }
        files.Add(new AttachedDocument(Id, document, attachment));
        Version++;
    }

    /// <returns>Whether it was there.</returns>
    public bool TakeAway(Guid file, DateTime at)
    {
        if (files.Find(f => f.Id == file && f.TakenAwayAt is null) is not { } found)
        {
            return false;
        }
        found.TakeAway(at);
        Version++;
        return true;
    }

    public void Remove(DateTime at) => (RemovedAt, Version) = (at, Version + 1);

    /// <summary>Its owner came to another state.</summary>
    public void Turn(string? state) => (OwnerState, Version) = (state, Version + 1);
}

/// <summary>A file of an item, and which of its documents it is.</summary>
[NotRecorded]
public sealed class AttachedDocument
{
    /// <summary>Of a file that is none of the documents that the criterion asks for.</summary>
    public const string Further = "further";

    private AttachedDocument() { }

    internal AttachedDocument(Guid item, string document, Guid attachment) =>
        (Id, ItemId, Document, AttachmentId) = (Guid.CreateVersion7(), item, document, attachment);

    public Guid Id { get; private set; }
    public Guid ItemId { get; private set; }
    public string Document { get; private set; } = "";
    public Guid AttachmentId { get; private set; }

    /// <summary>What was uploaded is kept, though it is shown no more.</summary>
    public DateTime? TakenAwayAt { get; private set; }

    internal void TakeAway(DateTime at) => TakenAwayAt ??= at;
}
