using Karvan.Platform.Jobs;
using Karvan.Platform.Persistence;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Reading;

/// <summary>
/// Notes lines that stand under several exporters, each beside every other: they count for none of those who are firms. Of
/// one key so many are noted that each exporter has at least one other.
/// </summary>
public sealed class WriteCrossings(KarvanContext db)
{
    private const int RowsAtATime = 4000;

    /// <summary>Who shares a line with more than this many is in conflict with the first of them already.</summary>
    private const int MostOthers = 20;

    /// <param name="lines">Of one import.</param>
    public async Task Run(
        JobRun run,
        Guid import,
        IReadOnlyList<CrossedLine> lines,
        CancellationToken cancellation
    )
    {
        var rows =
            from same in lines.GroupBy(l => l.Key)
            let exporters = same.Select(l => l.Exporter)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToList()
            from exporter in exporters
            from other in exporters.Where(o => o != exporter).Take(MostOthers)
            select new Row(import, exporter, same.Key, import, other);
        await Write(run, rows, cancellation);
    }

    /// <param name="meetings">Lines of one import that stand in another under other exporters; noted for both.</param>
    public Task Run(
        JobRun run,
        Guid import,
        Guid other,
        IEnumerable<KeyMeeting> meetings,
        CancellationToken cancellation
    ) =>
        Write(
            run,
            meetings.SelectMany(m =>
                new[]
                {
                    new Row(import, m.Exporter, m.Key, other, m.Other),
                    new Row(other, m.Other, m.Key, import, m.Exporter),
                }
            ),
            cancellation
        );

    private async Task Write(JobRun run, IEnumerable<Row> rows, CancellationToken cancellation)
    {
        foreach (var some in rows.Chunk(RowsAtATime))
        {
            await run.Step(db, () => Write(some, cancellation), cancellation);
        }
    }

    private async Task Write(IEnumerable<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            // An earlier try may have been here.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "CustomsCrossings"
                    ("ImportId", "Exporter", "IsImport", "Declaration", "LineNumber", "OtherImportId", "OtherExporter")
                VALUES ({row.Import}, {row.Exporter}, {row.Key.Import}, {row.Key.Declaration}, {row.Key.LineNumber}, {row.OtherImport}, {row.Other})
                ON CONFLICT DO NOTHING
                """,
                cancellation
            );
        }
    }

    private readonly record struct Row(
        Guid Import,
        string Exporter,
        LineKey Key,
        Guid OtherImport,
        string Other
    );
}
