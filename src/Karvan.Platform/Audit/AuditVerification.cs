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

/// <summary>A link of a chain that does not hold, or a grant that no event gave.</summary>
/// <param name="Number">The first place at fault; 0 for a grant.</param>
public sealed record BrokenChain(string Chain, long Number, string Found, string Expected);

/// <param name="Events">How many there are, in all chains.</param>
/// <param name="Broken">The first fault of each chain that has one.</param>
public sealed record AuditVerdict(int Chains, long Events, IReadOnlyList<BrokenChain> Broken);

/// <summary>
/// Computes every hash of every chain anew: a row that was changed, removed, slipped in or renumbered shows, a chain that is
/// gone, and an event that is of none. What people may do is held against the events that gave it. Whoever can write to the
/// database could write a whole chain anew; heads published earlier show that too.
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
        var known = chains.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var faults = AuditChain
            .All.Select(c => AuditChain.KeyOf(c.Body, c.Province))
            .Concat(heads.Select(h => h.Key))
            .Distinct(StringComparer.Ordinal)
            .Where(key => !known.Contains(key))
            .Select(key => new BrokenChain(key, 1, "no such chain", "a chain of this name"))
            .ToList();
        faults.AddRange(await Strays([.. known], cancellation));
        var grants = new GrantsHeld();
        foreach (var chain in chains)
        {
            var fault = await Verify(chain, [.. heads[chain.Key]], grants, cancellation);
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }
        // What a broken chain says of grants is not certain, and the chain is told already.
        if (faults.Count == 0)
        {
            faults.AddRange(await grants.Faults(db, cancellation));
        }
        // All there are: behind a fault a chain is not read on, and a backup of it holds the rest as well.
        var events = await db.AuditEvents.LongCountAsync(cancellation);
        return new AuditVerdict(chains.Count, events, faults);
    }

    /// <summary>The first event of each chain that there is not.</summary>
    private async Task<IEnumerable<BrokenChain>> Strays(
        IReadOnlyList<string> known,
        CancellationToken cancellation
    ) =>
        (
            await db
                .AuditEvents.AsNoTracking()
                .Where(e => !known.Contains(e.Chain))
                .GroupBy(e => e.Chain)
                .Select(g => new { g.Key, First = g.Min(e => e.Number) })
                .ToListAsync(cancellation)
        ).Select(s => new BrokenChain(s.Key, s.First, "an event", "no event of an unknown chain"));

    private async Task<BrokenChain?> Verify(
        AuditChain chain,
        ChainHead[] published,
        GrantsHeld grants,
        CancellationToken cancellation
    )
    {
        var (number, head, last) = (0L, AuditChain.Zero, 0L);
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
                return Broken(number, $"event {happened.Number}", $"event {number}");
            }
            // Rows are counted as they are appended: one with an earlier number than the one before it was moved.
            if (happened.Id <= last)
            {
                return Broken(number, $"row {happened.Id}", $"a row after {last}");
            }
            last = happened.Id;
            grants.Note(happened);
            if (happened.Previous != head)
            {
                return Broken(number, happened.Previous, head);
            }
            var hash = happened.ComputeHash();
            if (happened.Hash != hash)
            {
                return Broken(number, happened.Hash, hash);
            }
            if (Array.Find(published, h => h.Number == number && h.Hash != hash) is { } other)
            {
                return Broken(number, hash, $"{other.Hash} as published");
            }
            head = happened.Hash;
        }
        if (number != chain.Length)
        {
            return Broken(number + 1, $"{number} events", $"{chain.Length} events");
        }
        if (head != chain.Head)
        {
            return Broken(number, head, chain.Head);
        }
        return Array.Find(published, h => h.Number > number) is { } longer
            ? Broken(number + 1, $"{number} events", $"{longer.Number} as published")
            : null;
    }
}
