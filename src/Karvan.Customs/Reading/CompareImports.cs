using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>Holds an import against the last one in force of the same province that has a flow and year in common with it.</summary>
public sealed class CompareImports(KarvanContext db)
{
    private const int RowsAtATime = 4000;

    /// <returns>Null where there is none.</returns>
    public async Task<CustomsImport?> Run(
        JobRun run,
        CustomsImport import,
        LedgerTally tally,
        CancellationToken cancellation
    )
    {
        var against = await Find(import, tally, cancellation);
        if (against is null)
        {
            return null;
        }
        await Forget(run, import.Id, cancellation);
        var years = tally.Years.Select(y => (y.Import, y.SolarYear)).ToHashSet();
        var waiting = new List<Difference>();
        await foreach (var difference in Differences(against.Id, import.Id, cancellation))
        {
            // Years that this file does not speak of are no difference.
            if (years.Contains((difference.IsImport, difference.SolarYear)))
            {
                waiting.Add(difference);
            }
            if (waiting.Count == RowsAtATime)
            {
                await run.Step(db, () => Write(import.Id, waiting), cancellation);
                waiting.Clear();
            }
        }
        await run.Step(db, () => Write(import.Id, waiting), cancellation);
        return against;
    }

    private async Task<CustomsImport?> Find(
        CustomsImport import,
        LedgerTally tally,
        CancellationToken cancellation
    )
    {
        var inForce = await db
            .CustomsImports.AsNoTracking()
            .Where(i => i.State == ImportState.Committed && i.Province == import.Province)
            .OrderByDescending(i => i.Sequence)
            .ToListAsync(cancellation);
        var years = tally.Years.Select(y => (y.Import, y.SolarYear)).ToHashSet();
        return inForce.Find(i =>
            i.Report is { } report
            && ImportReport.Parse(report).Years.Any(y => years.Contains((y.Import, y.SolarYear)))
        );
    }

    /// <summary>Two sorted tables, merged: neither is held as a whole.</summary>
    private async IAsyncEnumerable<Difference> Differences(
        Guid before,
        Guid after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var old = (await Sums(before, cancellation)).ToDictionary(
            y => (y.Exporter, y.IsImport, y.SolarYear),
            y => y.ValueCents
        );
        foreach (var year in await Sums(after, cancellation))
        {
            old.Remove((year.Exporter, year.IsImport, year.SolarYear), out var was);
            if (was != year.ValueCents)
            {
                yield return new(
                    year.Exporter,
                    year.IsImport,
                    year.SolarYear,
                    was,
                    year.ValueCents
                );
            }
        }
        foreach (var ((exporter, isImport, solarYear), was) in old)
        {
            if (was != 0)
            {
                yield return new(exporter, isImport, solarYear, was, 0);
            }
        }
    }

    private async Task<List<YearValue>> Sums(Guid import, CancellationToken cancellation) =>
        await db.Set<CustomsYear>()
            .AsNoTracking()
            .Where(y => y.ImportId == import)
            .Select(y => new YearValue(y.Exporter, y.IsImport, y.SolarYear, y.ValueCents))
            .ToListAsync(cancellation);

    private Task Forget(JobRun run, Guid import, CancellationToken cancellation) =>
        run.Step(
            db,
            () =>
                db.Set<CustomsDifference>()
                    .Where(d => d.ImportId == import)
                    .ExecuteDeleteAsync(cancellation),
            cancellation
        );

    private async Task Write(Guid import, IEnumerable<Difference> differences)
    {
        await using var rows = await BulkRows.Into(
            db,
            "CustomsDifferences",
            "ImportId",
            "Exporter",
            "IsImport",
            "SolarYear",
            "BeforeCents",
            "AfterCents",
            "Size"
        );
        foreach (var d in differences)
        {
            await rows.Add(
                import,
                d.Exporter,
                d.IsImport,
                d.SolarYear,
                d.Before,
                d.After,
                Math.Abs(d.After - d.Before)
            );
        }
        await rows.Complete();
    }

    private sealed record Difference(
        string Exporter,
        bool IsImport,
        int SolarYear,
        long Before,
        long After
    );

    private sealed record YearValue(string Exporter, bool IsImport, int SolarYear, long ValueCents);
}
