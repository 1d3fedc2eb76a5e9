using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Reading;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Trade;

/// <summary>An import as the lines that come from it show it.</summary>
/// <param name="Province">Null for the whole country.</param>
public sealed record ImportSource(
    Guid Id,
    int Number,
    string FileName,
    string? Province,
    DateTime CommittedAt
);

/// <summary>
/// What stands now: the imports in force for a province, which are its own and those of the whole country, in the order in
/// which they were committed, and the decisions about lines. Whoever asks must have been allowed to see the trade.
/// </summary>
public sealed class ImportsInForce(KarvanContext db)
{
    public Task<List<ImportSource>> Imports(
        string province,
        CancellationToken cancellation = default
    ) =>
        db
            .CustomsImports.IgnoreQueryFilters()
            .Where(i =>
                i.State == ImportState.Committed && (i.Province == null || i.Province == province)
            )
            .OrderBy(i => i.Sequence)
            .Select(i => new ImportSource(
                i.Id,
                i.Number,
                i.FileName,
                i.Province,
                i.CommittedAt!.Value
            ))
            .ToListAsync(cancellation);

    /// <summary>Decisions that hold, in their order, by exporter.</summary>
    public async Task<ILookup<string, CustomsAdjustment>> Adjustments(
        IReadOnlyCollection<string> exporters,
        CancellationToken cancellation = default
    ) =>
        (
            await db
                .CustomsAdjustments.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(a => a.WithdrawnAt == null && exporters.Contains(a.Exporter))
                .OrderBy(a => a.Sequence)
                .ToListAsync(cancellation)
        ).ToLookup(a => a.Exporter, StringComparer.Ordinal);

    /// <summary>The ledgers of exporters over imports.</summary>
    /// <param name="exporters">So few that their lines fit in memory.</param>
    public async Task<IReadOnlyList<(string Exporter, ExporterLedger Ledger)>> Ledgers(
        IReadOnlyList<ImportSource> imports,
        IReadOnlyCollection<string> exporters,
        CancellationToken cancellation = default
    ) =>
        await Ledgers(imports, exporters, await Adjustments(exporters, cancellation), cancellation);

    /// <param name="decided">What <see cref="Adjustments"/> found for these exporters.</param>
    internal async Task<IReadOnlyList<(string Exporter, ExporterLedger Ledger)>> Ledgers(
        IReadOnlyList<ImportSource> imports,
        IReadOnlyCollection<string> exporters,
        ILookup<string, CustomsAdjustment> decided,
        CancellationToken cancellation
    )
    {
        var ids = imports.Select(i => i.Id).ToList();
        var places = ids.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place);
        var blocks = await db.Set<CustomsBlock>()
            .AsNoTracking()
            .Where(b => ids.Contains(b.ImportId) && exporters.Contains(b.Exporter))
            .ToListAsync(cancellation);
        var crossed = await Crossings(ids, exporters, cancellation);
        var ledgers = new List<(string, ExporterLedger)>();
        foreach (var own in blocks.GroupBy(b => b.Exporter, StringComparer.Ordinal))
        {
            var ledger = new ExporterLedger(
                own.Key,
                [.. decided[own.Key].Select(a => a.Decision)],
                crossed.GetValueOrDefault(own.Key)
            );
            foreach (var block in own.OrderBy(b => places[b.ImportId]).ThenBy(b => b.Number))
            {
                ledger.Add(places[block.ImportId], block.Bytes);
            }
            ledgers.Add((own.Key, ledger));
        }
        return ledgers;
    }

    private async Task<Dictionary<string, IReadOnlySet<LineKey>>> Crossings(
        List<Guid> imports,
        IReadOnlyCollection<string> exporters,
        CancellationToken cancellation
    ) => (
            await db.Set<CustomsCrossing>()
                .AsNoTracking()
                // Somebody whom nobody knows takes no line from a firm.
                .Where(c =>
                    exporters.Contains(c.Exporter)
                    && imports.Contains(c.ImportId)
                    && imports.Contains(c.OtherImportId)
                    && db.Set<OutsideId>().Any(o => o.Number == c.OtherExporter)
                )
                .ToListAsync(cancellation)
        ).GroupBy(c => c.Exporter, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlySet<LineKey>)g.Select(c => new LineKey(c.IsImport, c.Declaration, c.LineNumber)).ToHashSet(), StringComparer.Ordinal);
}
