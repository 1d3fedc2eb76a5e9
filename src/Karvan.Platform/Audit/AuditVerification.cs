using System.Data;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <summary>How a chain stood when its head was published: the event of this number carries this hash, today and ever after.</summary>
/// <param name="Chain">The chain's key.</param>
/// <param name="Number">Place of the newest event then, from 1; 0 for a chain without events.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record ChainHead(string Chain, long Number, string Hash);

/// <summary>A link of a chain that does not hold.</summary>
/// <param name="Number">The first place at fault.</param>
public sealed record BrokenChain(string Chain, long Number, string Found, string Expected);

/// <param name="Events">How many were computed anew, in all chains.</param>
/// <param name="Broken">The first fault of each chain that has one.</param>
public sealed record AuditVerdict(int Chains, long Events, IReadOnlyList<BrokenChain> Broken);

/// <summary>
/// Computes every hash of every chain anew: a row that was changed, removed or slipped in shows. Whoever can write to
/// the database could write a whole chain anew; heads published earlier show that too.
/// </summary>
public sealed class AuditVerification(KarvanContext db)
{
    /// <param name="published">Heads as they were published earlier, of any of the chains.</param>
    public async Task<AuditVerdict> Run(
        IReadOnlyCollection<ChainHead>? published = null,
        CancellationToken cancellation = default
    )
    {
        // All of one moment: what is appended while it reads would stand behind a chain that was read before.
        await using var moment =
            db.Database.CurrentTransaction is null && db.Database.IsNpgsql()
                ? await db.Database.BeginTransactionAsync(
                    IsolationLevel.RepeatableRead,
                    cancellation
                )
                : null;
        var heads = (published ?? []).ToLookup(h => h.Chain, StringComparer.Ordinal);
        var chains = await db
            .AuditChains.AsNoTracking()
            .OrderBy(c => c.Key)
            .ToListAsync(cancellation);
        var faults = heads
            .Where(h => chains.TrueForAll(c => c.Key != h.Key))
            .Select(h => new BrokenChain(h.Key, 1, "no such chain", "a chain of this name"))
            .ToList();
        var events = 0L;
        foreach (var chain in chains)
        {
            var (read, fault) = await Verify(chain, [.. heads[chain.Key]], cancellation);
            events += read;
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }
        return new AuditVerdict(chains.Count, events, faults);
    }

    private async Task<(long Read, BrokenChain? Fault)> Verify(
        AuditChain chain,
        ChainHead[] published,
        CancellationToken cancellation
    )
    {
        var (number, head) = (0L, AuditChain.Zero);
        BrokenChain Broken(long at, string found, string expected) =>
            new(chain.Key, at, found, expected);
        var events = db
            .AuditEvents.AsNoTracking()
            .Where(e => e.Chain == chain.Key)
            .OrderBy(e => e.Number)
            .AsAsyncEnumerable();
        await foreach (var happened in events.WithCancellation(cancellation))
        {
            number++;
            if (happened.Number != number)
            {
                return (number, Broken(number, $"event {happened.Number}", $"event {number}"));
            }
            if (happened.Previous != head)
            {
                return (number, Broken(number, happened.Previous, head));
            }
            var hash = happened.ComputeHash();
            if (happened.Hash != hash)
            {
                return (number, Broken(number, happened.Hash, hash));
            }
            if (Array.Find(published, h => h.Number == number && h.Hash != hash) is { } other)
            {
                return (number, Broken(number, hash, $"{other.Hash} as published"));
            }
            head = happened.Hash;
        }
        if (number != chain.Length)
        {
            return (number, Broken(number + 1, $"{number} events", $"{chain.Length} events"));
        }
        if (head != chain.Head)
        {
            return (number, Broken(number, head, chain.Head));
        }
        return Array.Find(published, h => h.Number > number) is { } longer
            ? (number, Broken(number + 1, $"{number} events", $"{longer.Number} as published"))
            : (number, null);
    }
}
