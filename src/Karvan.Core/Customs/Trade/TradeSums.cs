using Karvan.Core.Accounts;
using Karvan.Core.Jobs;
using Karvan.Core.Persistence;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Customs;

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

    /// <summary>How the firms of every province stand: their number and all their versions.</summary>
    public static async Task<Dictionary<string, long>> Firms(
        KarvanContext db,
        CancellationToken cancellation
    ) =>
        await db
            .Enterprises.IgnoreQueryFilters()
            .GroupBy(e => e.Province)
            .Select(g => new { Province = g.Key, Sum = g.Sum(e => 1L + e.Version) })
            .ToDictionaryAsync(g => g.Province, g => g.Sum, StringComparer.Ordinal, cancellation);
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
        var firms = await TradeSums.Firms(db, cancellation);
        foreach (var state in states.Where(s => firms.GetValueOrDefault(s.Province) != s.Firms))
        {
            using var writer = await db.Writers.Enter(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await TradeSums.Ask(db, state.Province, clock.GetUtcNow().UtcDateTime, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
