using Karvan.Customs;
using Karvan.Customs.Importing;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Customs.Sums;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Trade.Demo;
using Karvan.Trade.Mapping;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Customs.Demo;

/// <summary>
/// Customs lines of the demo's firms over the last full solar years, for the whole country in one file; sent, mapped, read
/// and committed as people do it, and added up by the jobs.
/// </summary>
internal sealed class DemoCustoms(
    KarvanContext db,
    BeginUpload begin,
    TakeParts parts,
    MapImport map,
    StartReading start,
    CommitImport commit,
    RunJobs jobs,
    TimeProvider clock
) : IDemoPart
{
    private const int Years = DemoFilling.YearsOfTrade;

    private const int LinesOfAFirm = 10;
    private const int GoodLinesOfAFault = 250;
    private const int PersianDigitsEvery = 97;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public int Place => 60;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var last = SolarDate.Year(TehranTime.DayOf(clock.GetUtcNow().UtcDateTime)) - 1;
        var file = await Write(basis.Firms.Count, last, cancellation);
        var id = await Send(file, $"gomrok-{last - Years + 1}-{last}.csv", cancellation);
        var mapped = await map.Run(
            id,
            (await Look(id, cancellation)).Version,
            MappingProfile.Standard,
            null,
            cancellation
        );
        await start.Run(id, mapped.Value.Version, cancellation);
        await Work(ReadCustomsFile.JobKind, cancellation);
        // The job had a context of its own: what this one tracks is older.
        db.ChangeTracker.Clear();
        var read = await Look(id, cancellation);
        var committed = await commit.Run(id, read.Version, null, cancellation);
        if (committed.Refused is { } refusal)
        {
            throw new InvalidOperationException(
                $"The customs file of the demo was refused: {refusal}. {read.Fault}"
            );
        }
        db.ChangeTracker.Clear();
        await Work(SumTrade.JobKind, cancellation);
    }

    /// <summary>The years' files, one after the other under one header.</summary>
    private static async Task<MemoryStream> Write(
        int firms,
        int last,
        CancellationToken cancellation
    )
    {
        var folder = Directory.CreateTempSubdirectory("karvan-demo-");
        try
        {
            DemoFolder.Write(
                new DemoOptions(
                    firms,
                    (long)firms * LinesOfAFirm,
                    DemoFilling.Seed,
                    [.. Enumerable.Range(last - Years + 1, Years)],
                    [],
                    [],
                    firms * LinesOfAFirm / GoodLinesOfAFault,
                    PersianDigitsEvery
                ),
                folder.FullName
            );
            var whole = new MemoryStream();
            foreach (
                var year in folder
                    .GetFiles("declarations-*")
                    .OrderBy(f => f.Name, StringComparer.Ordinal)
            )
            {
                var bytes = await File.ReadAllBytesAsync(year.FullName, cancellation);
                var from = whole.Length == 0 ? 0 : Array.IndexOf(bytes, (byte)'\n') + 1;
                await whole.WriteAsync(bytes.AsMemory(from), cancellation);
            }
            whole.Position = 0;
            return whole;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The import that began.</returns>
    private async Task<Guid> Send(MemoryStream file, string name, CancellationToken cancellation)
    {
        var room = await begin.Run(name, file.Length, null, cancellation);
        var sent = await parts.Run(room.Value.Id, 0, file, cancellation);
        return sent.Value.Import
            ?? throw new InvalidOperationException("The customs file of the demo did not arrive.");
    }

    private Task<CustomsImport> Look(Guid id, CancellationToken cancellation) =>
        db.CustomsImports.AsNoTracking().SingleAsync(i => i.Id == id, cancellation);

    /// <summary>Does the jobs of a kind, or waits for whoever is at it.</summary>
    private async Task Work(string kind, CancellationToken cancellation)
    {
        while (true)
        {
            var open = await db
                .Jobs.AsNoTracking()
                .Where(j =>
                    j.Kind == kind && (j.State == JobState.Waiting || j.State == JobState.Running)
                )
                .Select(j => j.Id)
                .ToListAsync(cancellation);
            if (open.Count == 0)
            {
                return;
            }
            var did = false;
            foreach (var job in open)
            {
                did |= await jobs.Run(only: job, stopping: cancellation) is not null;
            }
            if (!did)
            {
                await Task.Delay(Pause, clock, cancellation);
            }
        }
    }
}
