using System.Buffers.Binary;
using System.Security.Cryptography;
using Karvan.Customs.Importing;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Trade;

/// <summary>Asks for the sums of provinces to be made anew.</summary>
internal static class TradeSums
{
    /// <summary>Inside a change, or a transaction of its own: notes that something changed, and has a job make the sums.</summary>
    /// <param name="province">Null for every one.</param>
    public static async Task Ask(
        KarvanContext db,
        string? province,
        DateTime now,
        CancellationToken cancellation
    )
    {
        IEnumerable<string> provinces = province is null
            ? ReferenceTable.Provinces.Rows.Select(p => p.Id)
            : [province];
        var waiting = await db
            .Jobs.IgnoreQueryFilters()
            .Where(j => j.Kind == JobKinds.SumTrade && j.State == JobState.Waiting)
            .Select(j => j.Argument)
            .ToListAsync(cancellation);
        foreach (var code in provinces)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "TradeSumStates" ("Province", "Generation", "Asked", "Made", "Firms", "Exporters")
                VALUES ({code}, 0, 1, 0, 0, 0)
                ON CONFLICT ("Province") DO UPDATE SET "Asked" = "TradeSumStates"."Asked" + 1
                """,
                cancellation
            );
            if (!waiting.Contains(code, StringComparer.Ordinal))
            {
                var about = new Subject(nameof(TradeSum), null, Body.Shared, code);
                db.Jobs.Add(Job.Ask(JobKinds.SumTrade, about, db.Author, now, argument: code));
            }
        }
    }

    /// <summary>
    /// How the firms of provinces stand: a number that is another one whenever a firm came, went or changed. A count of
    /// firms and changes would not see two that change places.
    /// </summary>
    /// <param name="province">Null for every one.</param>
    public static async Task<Dictionary<string, long>> Firms(
        KarvanContext db,
        string? province,
        CancellationToken cancellation
    )
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        var firms = db
            .Enterprises.IgnoreQueryFilters()
            .Where(e => province == null || e.Province == province)
            .Select(e => new
            {
                e.Province,
                e.Id,
                e.Version,
            })
            .AsAsyncEnumerable();
        await foreach (var firm in firms.WithCancellation(cancellation))
        {
            sums[firm.Province] = unchecked(
                sums.GetValueOrDefault(firm.Province) + Mark(firm.Id, firm.Version)
            );
        }
        return sums;
    }

    /// <summary>The same in every process, and far apart for firms and versions that are near: sums of it do not meet by chance.</summary>
    private static long Mark(Guid id, int version)
    {
        Span<byte> said = stackalloc byte[20];
        id.TryWriteBytes(said);
        BinaryPrimitives.WriteInt32LittleEndian(said[16..], version);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}

/// <summary>Sees when firms of a province came, went or changed since its sums were made, and asks for them anew.</summary>
public sealed class WatchFirms(KarvanContext db, TimeProvider clock)
{
    public async Task Run(CancellationToken cancellation = default)
    {
        var states = await db.Set<TradeSumState>()
            .AsNoTracking()
            .Where(s => s.Made == s.Asked)
            .ToListAsync(cancellation);
        if (states.Count == 0)
        {
            return;
        }
        var firms = await TradeSums.Firms(db, null, cancellation);
        foreach (var state in states.Where(s => firms.GetValueOrDefault(s.Province) != s.Firms))
        {
            using var writer = await db.WriteGate.Enter(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await TradeSums.Ask(db, state.Province, clock.GetUtcNow().UtcDateTime, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
