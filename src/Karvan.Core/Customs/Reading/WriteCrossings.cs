using Karvan.Core.Jobs;
using Karvan.Core.Persistence;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Customs;

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
            select (same.Key, exporter, other);
        foreach (var some in rows.Chunk(RowsAtATime))
        {
            await run.Step(db, () => Write(import, some, cancellation), cancellation);
        }
    }

    private async Task Write(
        Guid import,
        IEnumerable<(LineKey Key, string Exporter, string Other)> rows,
        CancellationToken cancellation
    )
    {
        foreach (var (key, exporter, other) in rows)
        {
            // An earlier try may have been here.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "CustomsCrossings"
                    ("ImportId", "Exporter", "IsImport", "Declaration", "LineNumber", "OtherImportId", "OtherExporter")
                VALUES ({import}, {exporter}, {key.Import}, {key.Declaration}, {key.LineNumber}, {import}, {other})
                ON CONFLICT DO NOTHING
                """,
                cancellation
            );
        }
    }
}
