using Karvan.Platform.Events;
using Karvan.Platform.Sealing;
using Karvan.Platform.Values;

namespace Karvan.Evaluation.Intake;

/// <summary>
/// What a firm holds in its hands after it submitted: number, hash of the content, and the path from it to the root of the
/// intake log. A dossier that is dropped or altered afterwards no longer leads to a root that was given out.
/// </summary>
[NotRecorded]
public sealed class DossierReceipt : IOwned
{
    private DossierReceipt() { }

    public Guid Id { get; private set; }
    public Guid CampaignId { get; private set; }
    public Guid DossierId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Province { get; private set; } = "";

    /// <summary>From 1, in the order of the log.</summary>
    public long Number { get; private set; }

    /// <summary>What was submitted, as canonical text.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>32 random bytes: nobody finds out what a leaf says by trying contents.</summary>
    public byte[] Salt { get; private set; } = [];

    /// <summary>Hash of the leaf.</summary>
    public byte[] Leaf { get; private set; } = [];

    /// <summary>Of the log of which it is the last leaf.</summary>
    public byte[] Root { get; private set; } = [];

    /// <summary>From the leaf to the root, one hash after another.</summary>
    public byte[] Path { get; private set; } = [];

    public DateTime At { get; private set; }
    public string By { get; private set; } = "";

    public Subject Subject =>
        new(nameof(DossierReceipt), Id, Body.TradePromotion, Province, EnterpriseId);

    public IReadOnlyList<byte[]> Steps => [.. Path.Chunk(MerkleTree.HashLength)];

    internal static DossierReceipt Give(
        IntakeLeaf leaf,
        FiledBy of,
        MerkleFrontier log,
        (string Name, DateTime At) by
    )
    {
        var hash = leaf.Hash;
        var path = log.Append(hash);
        return new DossierReceipt
        {
            Id = Guid.CreateVersion7(),
            CampaignId = leaf.Campaign,
            DossierId = of.Dossier,
            EnterpriseId = of.Firm,
            Province = of.Province,
            Number = leaf.Number,
            Content = leaf.Content,
            ContentHash = leaf.ContentHash,
            Salt = leaf.Salt,
            Leaf = hash,
            Root = log.Root,
            Path = [.. path.SelectMany(p => p)],
            At = by.At,
            By = by.Name,
        };
    }
}
