using System.Diagnostics;
using Karvan.Customs.Records;
using Karvan.Customs.Trade;
using Karvan.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Testing.Kills;

/// <summary>What must be so once everything that was begun has come to its end: no job is left, and the sums of the province stand.</summary>
internal sealed class Afterwards(string database, string province)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    public async Task<(IReadOnlyList<string> Faults, int TakenOver)> Run(
        IReadOnlyList<SentFile> inForce
    )
    {
        await using var inside = new Inside(database);
        var faults = new List<string>();
        var clock = Stopwatch.StartNew();
        List<Job> open;
        do
        {
            await Task.Delay(Poll);
            open = await inside.Ask(db =>
                db.Jobs.AsNoTracking()
                    .Where(j => j.State == JobState.Waiting || j.State == JobState.Running)
                    .ToListAsync()
            );
        } while (open.Count > 0 && clock.Elapsed < Longest);
        faults.AddRange(
            open.Select(j => $"job {j.Kind} {j.Id} is {j.State} after {clock.Elapsed}: {j.Fault}")
        );
        var jobs = await inside.Ask(db => db.Jobs.AsNoTracking().ToListAsync());
        faults.AddRange(
            jobs.Where(j => j.State is JobState.Failed && j.Tries <= Job.MostTries)
                .Select(j => $"job {j.Kind} failed after {j.Tries} tries: {j.Fault}")
        );
        if (await Differs(inside, inForce) is { } difference)
        {
            faults.Add($"sums of province {province}: {difference}");
        }
        return (faults, jobs.Count(j => j.Fence > 1));
    }

    private async Task<string?> Differs(Inside inside, IReadOnlyList<SentFile> inForce)
    {
        if (inForce.Count == 0)
        {
            return null;
        }
        var state = await inside.Ask(db =>
            db.Set<TradeSumState>().AsNoTracking().SingleAsync(s => s.Province == province)
        );
        if (state.IsBehind)
        {
            return $"made for {state.Made}, and {state.Asked} was asked for";
        }
        var rows = await inside.Ask(db =>
            db.Set<TradeSum>()
                .AsNoTracking()
                .Where(s => s.Province == province && s.Kind == SumKind.Country)
                .ToListAsync()
        );
        if (rows.Exists(r => r.Generation != state.Generation))
        {
            return "rows of a generation that is not seen were left behind";
        }
        var shown = rows.Where(r => SentFile.IsYearOfFiles(r.SolarYear))
            .ToDictionary(
                r => (r.IsImport, r.SolarYear, r.Code),
                r => new Sum(r.Lines, r.ValueCents, r.WeightGrams)
            );
        var numbers = (await inside.Ask(db => Firms.Of(db, province)))
            .Select(f => f.Number)
            .ToHashSet(StringComparer.Ordinal);
        var expected = inForce
            .SelectMany(f => f.ByExporter)
            .Where(e => numbers.Contains(e.Key))
            .SelectMany(e => e.Value)
            .GroupBy(c => (c.Key.Import, c.Key.Year, c.Key.Country), c => c.Value)
            .ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a + b));
        return Sums.Difference(expected, shown);
    }
}
