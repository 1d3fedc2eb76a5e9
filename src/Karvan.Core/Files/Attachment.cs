using Karvan.Core.Accounts;
using Karvan.Core.Values;

namespace Karvan.Core.Files;

/// <summary>A file that belongs to a record: its name there, who brought it, and whom it may be shown to.</summary>
public sealed class Attachment
{
    /// <summary>
    /// The acts by which files are read, each with the body of the records. What is not here no query finds:
    /// <c>FileTables</c> has a line for each.
    /// </summary>
    private static readonly Dictionary<Act, Body> ReadActs = new()
    {
        [Act.ReadEnterprise] = Body.Shared,
        [Act.ReadPromoter] = Body.SmallIndustries,
        [Act.ReadConsortium] = Body.SmallIndustries,
        [Act.ReadTrade] = Body.Shared,
    };

    private Attachment() { }

    public Guid Id { get; private set; }
    public string Hash { get; private set; } = "";
    public StoredContent Content { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public DateTime AddedAt { get; private set; }

    /// <summary>As the record of changes shows them.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>What one must be allowed to do to its owner in order to read it.</summary>
    public Act ReadAct { get; private set; }

    public string OwnerKind { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public Body Body { get; private set; }
    public string? Province { get; private set; }
    public Guid? EnterpriseId { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>The record it belongs to: what access is decided on, and in whose trail its readings stand.</summary>
    public Subject Subject => new(OwnerKind, OwnerId, Body, Province, EnterpriseId, PersonId);

    /// <exception cref="ArgumentException">Files are not read by this act, or not of such an owner.</exception>
    internal static Attachment Of(
        ReceivedFile file,
        Subject owner,
        Act read,
        string addedBy,
        DateTime at
    )
    {
        if (!ReadActs.TryGetValue(read, out var body) || body != owner.Body)
        {
            throw new ArgumentException(
                $"No query shows files of {owner.Body} that are read by {read}: add the act to Attachment and FileTables.",
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
            ReadAct = read,
            OwnerKind = owner.Kind,
            OwnerId =
                owner.Id
                ?? throw new ArgumentException("A file belongs to a record.", nameof(owner)),
            Body = owner.Body,
            Province = owner.Province,
            EnterpriseId = owner.EnterpriseId,
            PersonId = owner.PersonId,
        };
    }
}
