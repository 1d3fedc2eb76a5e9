using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>
/// Finds lines of an import that stand under another exporter in an import it will be in force beside. Of two imports the
/// one that is read later is held against the other, so that every pair is looked at before either counts.
/// </summary>
public sealed class FindCrossings(KarvanContext db, WriteCrossings write)
{
    private const int BlocksAtATime = 200;
    private const int ExportersAtATime = 200;
    private const int MostMeetings = 200_000;

    /// <summary>Imports that count, or may be made to count, for a province that this one counts for.</summary>
    public Task<List<Guid>> Others(CustomsImport import, CancellationToken cancellation) =>
        db
            .CustomsImports.IgnoreQueryFilters()
            .Where(i =>
                i.Id != import.Id
                && (i.State == ImportState.Ready || i.State == ImportState.Committed)
                && (i.Province == null || import.Province == null || i.Province == import.Province)
            )
            .OrderBy(i => i.Number)
            .Select(i => i.Id)
            .ToListAsync(cancellation);

    /// <param name="import">All of whose lines are written.</param>
    /// <param name="against">Imports it was not held against yet.</param>
    /// <returns>How many of its lines stand under others there.</returns>
    /// <exception cref="UnusableInputException">So many that one of the two is wrong.</exception>
    public async Task<int> Run(
        JobRun run,
        CustomsImport import,
        long lines,
        IReadOnlyCollection<Guid> against,
        CancellationToken cancellation
    )
    {
        if (against.Count == 0)
        {
            return 0;
        }
        using var search = new CrossingSearch(lines);
        await foreach (var block in Blocks(import.Id, cancellation))
        {
            search.AddOwn(block.Exporter, block.Bytes);
        }
        var meeting = 0;
        foreach (var other in against)
        {
            run.Report(ReadingStage.Reporting);
            await foreach (var block in Blocks(other, cancellation))
            {
                search.AddOther(block.Exporter, block.Bytes);
            }
            var (exporters, meetings) = search.Meet(MostMeetings);
            if (meetings > MostMeetings)
            {
                await Refuse(other, cancellation);
            }
            var told = new List<KeyMeeting>();
            foreach (var some in exporters.Chunk(ExportersAtATime))
            {
                var blocks = await db.Set<CustomsBlock>()
                    .AsNoTracking()
                    .Where(b => b.ImportId == import.Id && some.Contains(b.Exporter))
                    .ToListAsync(cancellation);
                told.AddRange(blocks.SelectMany(b => search.Told(b.Exporter, b.Bytes)));
            }
            await write.Run(run, import.Id, other, told, cancellation);
            meeting += told.Select(m => (m.Key, m.Exporter)).Distinct().Count();
        }
        return meeting;
    }

    private async Task Refuse(Guid other, CancellationToken cancellation)
    {
        var number = await db
            .CustomsImports.IgnoreQueryFilters()
            .Where(i => i.Id == other)
            .Select(i => i.Number)
            .SingleAsync(cancellation);
        throw new UnusableInputException(
            $"found more than {MostMeetings} lines that stand under other exporters in import {number}, expected declarations of one "
                + $"exporter each; if this file is to take its place, withdraw or discard import {number} first, else check which columns "
                + "are the declaration, the line and the exporter"
        );
    }

    /// <summary>Some at a time, by their key: nothing is held open between.</summary>
    private async IAsyncEnumerable<CustomsBlock> Blocks(
        Guid import,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var (exporter, number) = ("", 0);
        while (true)
        {
            var some = await db.Set<CustomsBlock>()
                .AsNoTracking()
                .Where(b =>
                    b.ImportId == import
                    // The first lets the index begin there, the second leaves out what was had.
                    && string.Compare(b.Exporter, exporter) >= 0
                    && (string.Compare(b.Exporter, exporter) > 0 || b.Number > number)
                )
                .OrderBy(b => b.Exporter)
                .ThenBy(b => b.Number)
                .Take(BlocksAtATime)
                .ToListAsync(cancellation);
            foreach (var block in some)
            {
                yield return block;
            }
            if (some.Count < BlocksAtATime)
            {
                yield break;
            }
            (exporter, number) = (some[^1].Exporter, some[^1].Number);
        }
    }
}
