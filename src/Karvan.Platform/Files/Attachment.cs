using Karvan.Platform.Authorization;
using Karvan.Platform.Values;

namespace Karvan.Platform.Files;

/// <summary>A file that belongs to a record: its name there, who brought it, and whom it may be shown to.</summary>
public sealed class Attachment : IOwned
{
    private Attachment() { }

    public Guid Id { get; private set; }
    public string Hash { get; private set; } = "";
    public StoredContent Content { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public DateTime AddedAt { get; private set; }

    /// <summary>As the record of changes shows them.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>The name of the act that one must be allowed to do to its owner in order to read it.</summary>
    public string ReadAct { get; private set; } = "";

    public string OwnerKind { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public Body Body { get; private set; }
    public string? Province { get; private set; }
    public Guid? EnterpriseId { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>The state of its owner on which rights depend; kept up by whoever changes that state.</summary>
    public string? OwnerState { get; private set; }

    /// <summary>The record it belongs to: what access is decided on, and in whose trail its readings stand.</summary>
    public Subject Subject =>
        new(OwnerKind, OwnerId, Body, Province, EnterpriseId, PersonId, OwnerState);

    /// <summary>What belongs to a firm moves with it, and so do its files.</summary>
    public void Move(string province) => Province = province;

    /// <summary>The same content, attached to another record of whoever may read it here.</summary>
    /// <exception cref="ArgumentException">Files are not read by this act, or not of such an owner.</exception>
    public Attachment For(Subject owner, Act read, string addedBy, DateTime at) =>
        Of((Hash, Name), owner, read, addedBy, at);

    /// <summary>Its owner came to another state.</summary>
    public void Turn(string? state) => OwnerState = state;

    /// <exception cref="ArgumentException">Files are not read by this act, or not of such an owner.</exception>
    internal static Attachment Of(
        ReceivedFile file,
        Subject owner,
        Act read,
        string addedBy,
        DateTime at
    ) => Of((file.Hash, file.Name), owner, read, addedBy, at);

    private static Attachment Of(
        (string Hash, string Name) file,
        Subject owner,
        Act read,
        string addedBy,
        DateTime at
    )
    {
        if (!read.OpensFilesOf.Contains(owner.Body))
        {
            throw new ArgumentException(
                $"The act {read} opens no files of {owner.Body}: say so where it is declared.",
                nameof(read)
            );
        }
        return new Attachment
        {
            Id = Guid.CreateVersion7(),
            Hash = file.Hash,
            Name = file.Name,
            AddedAt = at,
            AddedBy = addedBy,
            ReadAct = read.Name,
            OwnerKind = owner.Kind,
            OwnerId =
                owner.Id
                ?? throw new ArgumentException("A file belongs to a record.", nameof(owner)),
            Body = owner.Body,
            Province = owner.Province,
            EnterpriseId = owner.EnterpriseId,
            PersonId = owner.PersonId,
            OwnerState = owner.State,
        };
    }
}
