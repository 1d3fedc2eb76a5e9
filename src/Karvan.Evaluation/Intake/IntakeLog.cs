using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Intake;

/// <summary>What one leaf of the intake log says.</summary>
/// <param name="Salt">32 random bytes.</param>
public sealed record IntakeLeaf(Guid Campaign, long Number, string Content, byte[] Salt)
{
    /// <summary>The first line of a leaf: whoever reads one later knows how it was made.</summary>
    private const string Kind = "karvan intake 1";

    /// <summary>Of a content, 64 small hexadecimal digits.</summary>
    public string ContentHash =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    /// <summary>Four lines and the salt.</summary>
    public byte[] Hash =>
        MerkleTree.Leaf([
            .. Encoding.UTF8.GetBytes(
                FormattableString.Invariant($"{Kind}\n{Campaign:D}\n{Number}\n{ContentHash}\n")
            ),
            .. Salt,
        ]);
}

/// <summary>Whose a receipt is.</summary>
public sealed record FiledBy(Guid Dossier, Guid Firm, string Province);

/// <summary>How far the intake log of a campaign has grown.</summary>
[NotRecorded]
public sealed class IntakeHead
{
    private IntakeHead() { }

    public Guid CampaignId { get; private set; }
    public long Size { get; private set; }

    /// <summary>Roots of whole subtrees, see <see cref="MerkleFrontier"/>.</summary>
    public byte[] Frontier { get; private set; } = [];

    internal void Grow(MerkleFrontier log) => (Size, Frontier) = (log.Size, log.Kept);
}

/// <summary>What is known of a receipt when it is held against the log as it stands now.</summary>
public enum ReceiptFinding
{
    /// <summary>Content, leaf, path and root belong together, and the log still holds the leaf in its place.</summary>
    Holds,

    /// <summary>The content kept is not what the receipt was given for.</summary>
    ContentAltered,

    /// <summary>The log no longer has this leaf in its place.</summary>
    NotInLog,
}

/// <summary>The intake log of each campaign: what was submitted, in order, as leaves of a hash tree that only grows.</summary>
public sealed class IntakeLog(KarvanContext db, TimeProvider clock)
{
    private const int SaltLength = 32;

    /// <summary>Inside a change: appends what a dossier says, and gives its receipt. Others who submit wait for its end.</summary>
    internal async Task<DossierReceipt> Append(
        Guid campaign,
        FiledBy of,
        string content,
        CancellationToken cancellation
    )
    {
        var none = Array.Empty<byte>();
        // Makes the row where it is missing, and holds it: numbers are given one after another.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "IntakeHeads" ("CampaignId", "Size", "Frontier")
            VALUES ({campaign}, 0, {none})
            ON CONFLICT ("CampaignId") DO UPDATE SET "Size" = "IntakeHeads"."Size"
            """,
            cancellation
        );
        var head = await db.Set<IntakeHead>()
            .SingleAsync(h => h.CampaignId == campaign, cancellation);
        var log = new MerkleFrontier(head.Size, head.Frontier);
        var receipt = DossierReceipt.Give(
            new IntakeLeaf(
                campaign,
                head.Size + 1,
                content,
                RandomNumberGenerator.GetBytes(SaltLength)
            ),
            of,
            log,
            (db.Author.Name, clock.GetUtcNow().UtcDateTime)
        );
        head.Grow(log);
        db.DossierReceipts.Add(receipt);
        return receipt;
    }

    /// <summary>Holds a receipt against its own content and against the log.</summary>
    public async Task<ReceiptFinding> Check(
        DossierReceipt receipt,
        CancellationToken cancellation = default
    )
    {
        var said = new IntakeLeaf(
            receipt.CampaignId,
            receipt.Number,
            receipt.Content,
            receipt.Salt
        );
        if (said.ContentHash != receipt.ContentHash || !said.Hash.SequenceEqual(receipt.Leaf))
        {
            return ReceiptFinding.ContentAltered;
        }
        var led = MerkleTree.RootOf(
            receipt.Leaf,
            receipt.Number - 1,
            receipt.Number,
            receipt.Steps
        );
        if (led is null || !led.SequenceEqual(receipt.Root))
        {
            return ReceiptFinding.ContentAltered;
        }
        // Only hashes: they say nothing about whose dossiers the others are.
        var leaves = await db
            .DossierReceipts.IgnoreQueryFilters([QueryFilters.Seen])
            .Where(r => r.CampaignId == receipt.CampaignId)
            .OrderBy(r => r.Number)
            .Select(r => new { r.Number, r.Leaf })
            .ToListAsync(cancellation);
        var head = await db.Set<IntakeHead>()
            .AsNoTracking()
            .SingleOrDefaultAsync(h => h.CampaignId == receipt.CampaignId, cancellation);
        var before = leaves.TakeWhile(l => l.Number <= receipt.Number).Select(l => l.Leaf).ToList();
        return
            head is not null
            && before.Count == receipt.Number
            && MerkleTree.Root(before).SequenceEqual(receipt.Root)
            && leaves.Count == head.Size
            && MerkleTree
                .Root(leaves.Select(l => l.Leaf))
                .SequenceEqual(new MerkleFrontier(head.Size, head.Frontier).Root)
            ? ReceiptFinding.Holds
            : ReceiptFinding.NotInLog;
    }
}
