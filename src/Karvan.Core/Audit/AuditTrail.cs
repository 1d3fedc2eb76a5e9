using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Audit;

/// <summary>What happened to one record, newest first. Whoever asks must have been allowed to see the record.</summary>
public sealed class AuditTrail(KarvanContext db)
{
    private const int Most = 200;

    public Task<List<AuditEvent>> Of(Subject subject, CancellationToken cancellation = default) =>
        db
            .AuditEvents.AsNoTracking()
            .Where(e => e.SubjectKind == subject.Kind && e.SubjectId == subject.Id)
            .OrderByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(cancellation);
}

/// <summary>A link of a chain that does not hold.</summary>
/// <param name="Number">The first place at fault.</param>
public sealed record BrokenChain(string Chain, long Number, string Found, string Expected);

/// <summary>Computes every hash of every chain anew: a row that was changed, removed or slipped in shows.</summary>
public sealed class AuditVerification(KarvanContext db)
{
    /// <returns>The first fault of each chain that has one.</returns>
    public async Task<IReadOnlyList<BrokenChain>> Run(CancellationToken cancellation = default)
    {
        var faults = new List<BrokenChain>();
        foreach (
            var chain in await db
                .AuditChains.AsNoTracking()
                .OrderBy(c => c.Key)
                .ToListAsync(cancellation)
        )
        {
            if (await Verify(chain, cancellation) is { } fault)
            {
                faults.Add(fault);
            }
        }
        return faults;
    }

    private async Task<BrokenChain?> Verify(AuditChain chain, CancellationToken cancellation)
    {
        var (number, head) = (0L, AuditChain.Zero);
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
                return new BrokenChain(
                    chain.Key,
                    number,
                    $"event {happened.Number}",
                    $"event {number}"
                );
            }
            if (happened.Previous != head)
            {
                return new BrokenChain(chain.Key, number, happened.Previous, head);
            }
            var hash = happened.ComputeHash();
            if (happened.Hash != hash)
            {
                return new BrokenChain(chain.Key, number, happened.Hash, hash);
            }
            head = happened.Hash;
        }
        return number != chain.Length
                ? new BrokenChain(
                    chain.Key,
                    number + 1,
                    $"{number} events",
                    $"{chain.Length} events"
                )
            : head != chain.Head ? new BrokenChain(chain.Key, number, head, chain.Head)
            : null;
    }
}
