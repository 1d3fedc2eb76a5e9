using System.Globalization;
using Karvan.Customs.Importing;
using Karvan.Customs.Records;
using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>What the parts of an import come to, those written by an earlier try among them.</summary>
public sealed record LedgerTally(
    long Accepted,
    long Duplicates,
    long Conflicts,
    IReadOnlyList<FlowYear> Years,
    IReadOnlyList<CrossedLine> Crossed
);

/// <summary>
/// Writes the parts of an import, a few at a time: each transaction is short, so that nobody waits long behind it, and
/// saves how far the job is.
/// </summary>
public sealed class WriteLedger(KarvanContext db, ClearRows clear)
{
    private const int BytesAtATime = 1 << 20;
    private const int RowsAtATime = 4000;
    private const int MostCrossed = 200_000;

    /// <summary>Parts that an earlier version of the code made are not gone on from.</summary>
    private const string Format = "parts-1:";

    public async Task<LedgerTally> Run(
        JobRun run,
        Guid import,
        LedgerRun ledger,
        CancellationToken cancellation
    )
    {
        var written = Written(run.Checkpoint);
        if (written == 0)
        {
            await clear.Run(run, import, cancellation);
        }
        var years = new YearTally();
        var (accepted, duplicates, conflicts) = (0L, 0L, 0L);
        var waiting = new List<ExporterLines>();
        var crossed = new List<CrossedLine>();
        var (bytes, rows) = (0L, 0);
        foreach (var part in ledger.Settle(cancellation: cancellation))
        {
            accepted += part.Accepted;
            duplicates += part.Duplicates;
            conflicts += part.Conflicts;
            years.Add(part.Exporters);
            crossed.AddRange(part.Crossed);
            Refuse(crossed.Count);
            run.Report(ReadingStage.Writing, part.Number + 1, LedgerRun.Parts);
            if (part.Number < written)
            {
                continue;
            }
            waiting.AddRange(part.Exporters);
            bytes += part.Exporters.Sum(e => e.Blocks.Sum(b => (long)b.Bytes.Length));
            rows += part.Exporters.Sum(e => e.Years.Count + e.Blocks.Count);
            if (bytes >= BytesAtATime || rows >= RowsAtATime || part.Number == LedgerRun.Parts - 1)
            {
                await run.Step(
                    db,
                    async () =>
                    {
                        await WriteBlocks(import, waiting);
                        await WriteYears(import, waiting);
                    },
                    cancellation,
                    $"{Format}{part.Number + 1}"
                );
                waiting.Clear();
                (bytes, rows) = (0, 0);
            }
        }
        return new LedgerTally(accepted, duplicates, conflicts, years.All, crossed);
    }

    /// <summary>A file in which so many firms share their declarations was mapped by the wrong column.</summary>
    private static void Refuse(int crossed)
    {
        if (crossed > MostCrossed)
        {
            throw new UnusableInputException(
                $"found more than {MostCrossed} lines that stand under several exporters with one declaration and line number, "
                    + "expected declarations of one exporter each; check which columns are the declaration, the line and the exporter"
            );
        }
    }

    private static int Written(string? checkpoint) =>
        checkpoint?.StartsWith(Format, StringComparison.Ordinal) == true
            ? int.Parse(checkpoint[Format.Length..], CultureInfo.InvariantCulture)
            : 0;

    private async Task WriteBlocks(Guid import, List<ExporterLines> exporters)
    {
        await using var blocks = await BulkRows.Into(
            db,
            "CustomsBlocks",
            "ImportId",
            "Exporter",
            "Number",
            "Lines",
            "Bytes"
        );
        foreach (var exporter in exporters)
        {
            for (var number = 0; number < exporter.Blocks.Count; number++)
            {
                var block = exporter.Blocks[number];
                await blocks.Add(import, exporter.Exporter, number, block.Lines, block.Bytes);
            }
        }
        await blocks.Complete();
    }

    private async Task WriteYears(Guid import, List<ExporterLines> exporters)
    {
        await using var years = await BulkRows.Into(
            db,
            "CustomsYears",
            "ImportId",
            "Exporter",
            "IsImport",
            "SolarYear",
            "Lines",
            "ValueCents",
            "WeightGrams"
        );
        foreach (var exporter in exporters)
        {
            foreach (var year in exporter.Years)
            {
                await years.Add(
                    import,
                    exporter.Exporter,
                    year.Import,
                    year.SolarYear,
                    year.Lines,
                    year.ValueCents,
                    year.WeightGrams
                );
            }
        }
        await years.Complete();
    }

    /// <summary>Sums over exporters, by flow and year.</summary>
    private sealed class YearTally
    {
        private readonly SortedDictionary<(bool Import, int Year), FlowYear> sums = [];

        public IReadOnlyList<FlowYear> All => [.. sums.Values];

        public void Add(IEnumerable<ExporterLines> exporters)
        {
            foreach (var year in exporters.SelectMany(e => e.Years))
            {
                var key = (year.Import, year.SolarYear);
                var sum = sums.GetValueOrDefault(
                    key,
                    new FlowYear(key.Import, key.SolarYear, 0, 0, 0, 0)
                );
                sums[key] = sum with
                {
                    Lines = sum.Lines + year.Lines,
                    Exporters = sum.Exporters + 1,
                    ValueCents = checked(sum.ValueCents + year.ValueCents),
                    WeightGrams = checked(sum.WeightGrams + year.WeightGrams),
                };
            }
        }
    }
}

/// <summary>Takes away what was read for an import, some exporters at a time.</summary>
public sealed class ClearRows(KarvanContext db)
{
    private const int ExportersAtATime = 1000;

    public async Task Run(JobRun run, Guid import, CancellationToken cancellation)
    {
        foreach (
            var table in (string[])
                ["CustomsBlocks", "CustomsYears", "CustomsDifferences", "CustomsCrossings"]
        )
        {
            // The names are those above.
            var sql = $$"""
                DELETE FROM "{{table}}" WHERE "ImportId" = {0} AND "Exporter" IN (
                    SELECT "Exporter" FROM "{{table}}" WHERE "ImportId" = {0} LIMIT {{ExportersAtATime}})
                """;
            while (await Some(run, sql, import, cancellation)) { }
        }
        // What others noted of their lines that stand here too.
        var met = $$"""
            DELETE FROM "CustomsCrossings" WHERE "OtherImportId" = {0} AND "Exporter" IN (
                SELECT "Exporter" FROM "CustomsCrossings" WHERE "OtherImportId" = {0} LIMIT {{ExportersAtATime}})
            """;
        while (await Some(run, met, import, cancellation)) { }
        var pieces = """
            DELETE FROM "CustomsRejections" WHERE "ImportId" = {0} AND "Number" IN (
                SELECT "Number" FROM "CustomsRejections" WHERE "ImportId" = {0} LIMIT 16)
            """;
        while (await Some(run, pieces, import, cancellation)) { }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> Some(
        JobRun run,
        string sql,
        Guid import,
        CancellationToken cancellation
    )
    {
        var gone = 0;
        await run.Step(
            db,
            async () => gone = await db.Database.ExecuteSqlRawAsync(sql, [import], cancellation),
            cancellation
        );
        return gone > 0;
    }
}

/// <summary>The job that clears up behind a discarded import.</summary>
public sealed class ClearCustomsImport(KarvanContext db, ClearRows clear) : IJobWork
{
    /// <summary>What its jobs are filed under.</summary>
    public const string JobKind = "clear-customs-import";

    public string Kind => JobKind;

    public async Task Run(JobRun run, CancellationToken cancellation)
    {
        var discarded = await db
            .CustomsImports.Where(i => i.Id == run.SubjectId)
            .AnyAsync(i => i.State == ImportState.Discarded, cancellation);
        if (discarded)
        {
            await clear.Run(run, run.SubjectId, cancellation);
        }
    }

    /// <summary>Nobody sees what is left; another try takes it.</summary>
    public Task GiveUp(JobRun run, JobState outcome, CancellationToken cancellation) =>
        Task.CompletedTask;
}
