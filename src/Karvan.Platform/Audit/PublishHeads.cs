using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <summary>The heads of all chains went out, to be kept where nobody here can write.</summary>
/// <param name="Sha256">Of the file.</param>
public sealed record HeadsPublished(string Sha256)
    : DomainEvent(new Subject(nameof(AuditChain), null, Body.Shared));

/// <summary>The heads as a file, as <c>karvan audit heads</c> prints them.</summary>
/// <param name="Signature">Over the bytes of the text: ECDSA with SHA-256 as DER, in base64; null without a key.</param>
public sealed record SignedHeads(DateTime At, string Text, string? Signature);

/// <summary>
/// Sends the newest link of every chain to people outside, signed, once a day: whoever writes a chain anew afterwards would
/// have to write over their mail too.
/// </summary>
public sealed class PublishHeads(
    KarvanContext db,
    Changes changes,
    PostNotice notice,
    TimeProvider clock
)
{
    private const string Columns = "chain,number,hash";

    /// <summary>A little less than a day: a round that comes early by minutes must not wait for the next one.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(23);

    /// <param name="witnesses">Addresses to which they are sent.</param>
    /// <param name="key">The private key; null to send them unsigned.</param>
    /// <returns>Null when they went out within the last day already.</returns>
    public async Task<SignedHeads?> Run(
        IReadOnlyCollection<string> witnesses,
        ECDsa? key,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        // Of several processes one is first; the others see its event.
        await change.Alone(AuditChain.SubjectOf(Body.Shared, null), cancellation);
        var since = now - Pause;
        if (
            await db.AuditEvents.AnyAsync(
                e => e.Kind == nameof(HeadsPublished) && e.At > since,
                cancellation
            )
        )
        {
            return null;
        }
        var text = TextOf(await new AuditSearch(db).Heads(cancellation));
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = key is null
            ? null
            : Convert.ToBase64String(
                key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            );
        foreach (var witness in witnesses)
        {
            notice.ToStranger(
                witness,
                "en",
                AuditNotices.Heads,
                ("heads", text),
                ("signature", signature ?? "—")
            );
        }
        await change.Commit(
            new HeadsPublished(Convert.ToHexStringLower(SHA256.HashData(bytes))),
            cancellation
        );
        return new SignedHeads(now, text, signature);
    }

    /// <summary>CSV with lines that end in a line feed.</summary>
    public static string TextOf(IEnumerable<ChainHead> heads) =>
        string.Concat(
            heads
                .Select(h =>
                    string.Create(CultureInfo.InvariantCulture, $"{h.Chain},{h.Number},{h.Hash}\n")
                )
                .Prepend(Columns + "\n")
        );
}

/// <summary>What goes to people who look after the record from outside.</summary>
public static class AuditNotices
{
    /// <summary>With <c>heads</c>, the file, and <c>signature</c>.</summary>
    public static readonly NoticeKind Heads = new("audit-letter.Heads") { IsSealed = true };
}
