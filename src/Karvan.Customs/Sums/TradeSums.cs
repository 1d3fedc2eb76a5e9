using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Rules.Reference;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Sums;

/// <summary>Asks for the sums of provinces to be made anew.</summary>
internal static class TradeSums
{
    /// <summary>Inside a change, or a transaction of its own: notes that something changed, and has a job make the sums.</summary>
    /// <param name="province">Null for every one.</param>
    /// <param name="by">Null for whoever makes the change.</param>
    public static async Task Ask(
        KarvanContext db,
        string? province,
        DateTime now,
        CancellationToken cancellation,
        Author? by = null
    )
    {
        IEnumerable<string> provinces = province is null
            ? ReferenceTable.Provinces.Rows.Select(p => p.Id)
            : [province];
        var codes = provinces.ToList();
        foreach (var code in codes)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "TradeSumStates" ("Province", "Generation", "Asked", "Made", "Exporters")
                VALUES ({code}, 0, 1, 0, 0)
                ON CONFLICT ("Province") DO UPDATE SET "Asked" = "TradeSumStates"."Asked" + 1
                """,
                cancellation
            );
        }
        // Looked for behind the rows above, which hold up a job that is about to show its sums until this is saved: a job
        // that is seen to wait here then sees that more was asked for.
        var waiting = await Waiting(db).Select(j => j.Argument).ToListAsync(cancellation);
        foreach (var code in codes.Except(waiting, StringComparer.Ordinal))
        {
            var about = new Subject(nameof(TradeSum), null, Body.Shared, code);
            db.Jobs.Add(Job.Ask(SumTrade.JobKind, about, by ?? db.Author, now, argument: code));
        }
    }

    /// <summary>Jobs that nobody has taken yet, their argument the province.</summary>
    public static IQueryable<Job> Waiting(KarvanContext db) =>
        db
            .Jobs.IgnoreQueryFilters()
            .Where(j => j.Kind == SumTrade.JobKind && j.State == JobState.Waiting);

    /// <summary>The same where sums were made before: a province without any import has nothing to add up. Nobody asked for it.</summary>
    public static async Task AskAgain(
        KarvanContext db,
        string province,
        DateTime now,
        CancellationToken cancellation
    )
    {
        if (await db.Set<TradeSumState>().AnyAsync(s => s.Province == province, cancellation))
        {
            await Ask(db, province, now, cancellation, Author.System);
        }
    }
}
