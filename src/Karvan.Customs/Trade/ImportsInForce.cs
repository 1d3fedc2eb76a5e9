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

/// <summary>A line that counts elsewhere than where its file has it.</summary>
/// <param name="By">The decision that gave it.</param>
/// <param name="Import">That its file was imported by.</param>
internal sealed record GivenLine(CustomsAdjustment By, LedgerLine Line, ImportSource Import);

/// <summary>Ledgers with what their places mean: those of imports first, and then one for each line that was given.</summary>
internal sealed record StandingLedgers(
    IReadOnlyList<(string Exporter, ExporterLedger Ledger)> Ledgers,
    IReadOnlyList<ImportSource> Places,
    IReadOnlyList<GivenLine> Given
)
{
    /// <summary>The decision by which the line of a place is here; null for one that its own file has here.</summary>
    public CustomsAdjustment? GivenAt(int place) =>
        place - (Places.Count - Given.Count) is >= 0 and var at ? Given[at].By : null;
}

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
        (
            await Ledgers(
                imports,
                exporters,
                await Adjustments(exporters, cancellation),
                cancellation
            )
        ).Ledgers;

    /// <param name="decided">What <see cref="Adjustments"/> found for these exporters.</param>
    internal async Task<StandingLedgers> Ledgers(
        IReadOnlyList<ImportSource> imports,
        IReadOnlyCollection<string> exporters,
        ILookup<string, CustomsAdjustment> decided,
        CancellationToken cancellation
    )
    {
        var given = await Given([.. decided.SelectMany(a => a)], cancellation);
        var ledgers = await FromFiles(imports, exporters, decided, cancellation);
        for (var at = 0; at < given.Count; at++)
        {
            var line = given[at].Line;
            if (!ledgers.TryGetValue(line.Exporter, out var ledger))
            {
                ledgers[line.Exporter] = ledger = new ExporterLedger(
                    line.Exporter,
                    [.. decided[line.Exporter].Select(a => a.Decision)]
                );
            }
            ledger.Give(imports.Count + at, line);
        }
        return new StandingLedgers(
            [.. ledgers.Select(l => (l.Key, l.Value))],
            [.. imports, .. given.Select(g => g.Import)],
            given
        );
    }

    /// <summary>What the files say, and what was decided about their lines where they are.</summary>
    private async Task<Dictionary<string, ExporterLedger>> FromFiles(
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
        var ledgers = new Dictionary<string, ExporterLedger>(StringComparer.Ordinal);
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
            ledgers[own.Key] = ledger;
        }
        return ledgers;
    }

    /// <summary>
    /// The lines that decisions give to another flow or exporter: each while it stands as it was decided about, in an import
    /// in force for the firm whose file has it, and is struck off there by the decision's counterpart.
    /// </summary>
    private async Task<IReadOnlyList<GivenLine>> Given(
        IReadOnlyList<CustomsAdjustment> decided,
        CancellationToken cancellation
    )
    {
        var moving = decided.Where(a => a.CounterpartId is not null && a.Decision.Moves).ToList();
        if (moving.Count == 0)
        {
            return [];
        }
        var ids = moving.ConvertAll(a => a.CounterpartId!.Value);
        var struck = await db
            .CustomsAdjustments.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(a => ids.Contains(a.Id) && a.WithdrawnAt == null)
            .ToListAsync(cancellation);
        var given = new List<GivenLine>();
        foreach (var there in struck.GroupBy(a => a.Province, StringComparer.Ordinal))
        {
            var imports = await Imports(there.Key, cancellation);
            var exporters = there.Select(a => a.Exporter).Distinct(StringComparer.Ordinal).ToList();
            var files = await FromFiles(
                imports,
                exporters,
                await Adjustments(exporters, cancellation),
                cancellation
            );
            foreach (var (exporter, ledger) in files)
            {
                var standing = ledger
                    .Lines()
                    .Where(l => l is { State: LineState.Struck, Adjustment: not null })
                    .ToDictionary(l => l.Adjustment!.Id);
                given.AddRange(
                    from made in moving
                    where standing.ContainsKey(made.CounterpartId!.Value)
                    let line = standing[made.CounterpartId!.Value]
                    where line.Line.Exporter == exporter
                    orderby made.Sequence
                    select new GivenLine(
                        made,
                        made.Decision.After! with
                        {
                            SourceLine = line.Line.SourceLine,
                        },
                        imports[line.Place]
                    )
                );
            }
        }
        return given;
    }

    /// <summary>
    /// The decisions by which lines of an import in force count elsewhere: their halves on the side to which they were given.
    /// What another import repeats is among them.
    /// </summary>
    internal async Task<IReadOnlyList<Guid>> GivenFrom(Guid import, CancellationToken cancellation)
    {
        var from = await db
            .CustomsImports.IgnoreQueryFilters()
            .Where(i => i.Id == import && i.State == ImportState.Committed)
            .Select(i => new ImportSource(
                i.Id,
                i.Number,
                i.FileName,
                i.Province,
                i.CommittedAt!.Value
            ))
            .ToListAsync(cancellation);
        var struck = await db
            .CustomsAdjustments.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(a =>
                a.WithdrawnAt == null
                && a.After == null
                && a.CounterpartId != null
                && db.Set<CustomsYear>().Any(y => y.ImportId == import && y.Exporter == a.Exporter)
            )
            .ToListAsync(cancellation);
        if (from.Count == 0 || struck.Count == 0)
        {
            return [];
        }
        var exporters = struck.Select(a => a.Exporter).Distinct(StringComparer.Ordinal).ToList();
        var files = await FromFiles(
            from,
            exporters,
            struck.ToLookup(a => a.Exporter, StringComparer.Ordinal),
            cancellation
        );
        var counterparts = struck.ToDictionary(a => a.Id, a => a.CounterpartId!.Value);
        return
        [
            .. files
                .Values.SelectMany(l => l.Lines())
                .Select(l => l.Adjustment?.Id)
                .OfType<Guid>()
                .Select(id => counterparts[id]),
        ];
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
