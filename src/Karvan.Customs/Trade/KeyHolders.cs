using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Trade;

/// <summary>
/// The lines that stand under a key already, whosever they are: a line that is moved there would count beside them, and a
/// line that two firms have counts for neither.
/// </summary>
public sealed class KeyHolders(KarvanContext db, ImportsInForce standing)
{
    /// <param name="province">Of the firm that the line is to count for: the imports in force for it are looked at.</param>
    /// <param name="after">The line as it is to count.</param>
    /// <param name="from">The exporter whose line it is in its file.</param>
    /// <param name="moves">Whether it changes its flow. A key of the same flow was held against the files as they were read.</param>
    /// <param name="instead">The earlier decision in whose place this one comes.</param>
    internal async Task<bool> Any(
        string province,
        LedgerLine after,
        string from,
        bool moves,
        Guid? instead,
        CancellationToken cancellation
    )
    {
        var key = LineKey.Of(after);
        var imports = await standing.Imports(province, cancellation);
        var known = await GivenTo(key, cancellation);
        known.UnionWith(
            moves
                ? await InFiles(imports, key, cancellation)
                : await Crossed(imports, key, from, cancellation)
        );
        known.Add(after.Exporter);
        var stands = await standing.Ledgers(
            imports,
            known,
            await standing.Adjustments(known, cancellation),
            cancellation
        );
        return stands
            .Ledgers.Where(held => moves || held.Exporter != from)
            .SelectMany(
                held => held.Ledger.Lines(),
                (held, line) => (Own: held.Exporter == after.Exporter, At: line)
            )
            .Any(l =>
                LineKey.Of(l.At.Line) == key
                // What is struck off another firm leaves room; of one exporter two lines of a key are never told apart.
                && (l.Own || l.At.State is not LineState.Struck)
                && (stands.GivenAt(l.At.Place) is not { } given || given.Id != instead)
            );
    }

    /// <summary>Firms to which a decision gave a line under this key.</summary>
    private async Task<HashSet<string>> GivenTo(LineKey key, CancellationToken cancellation) =>
        [
            .. await db
                .CustomsAdjustments.IgnoreQueryFilters()
                .Where(a =>
                    a.WithdrawnAt == null
                    && a.After != null
                    && a.CounterpartId != null
                    && a.IsImport == key.Import
                    && a.Declaration == key.Declaration
                    && a.LineNumber == key.LineNumber
                )
                .Select(a => a.Exporter)
                .ToListAsync(cancellation),
        ];

    /// <summary>Whose line of the same key was found when the files were read.</summary>
    private Task<List<string>> Crossed(
        IReadOnlyList<ImportSource> imports,
        LineKey key,
        string from,
        CancellationToken cancellation
    )
    {
        var ids = imports.Select(i => i.Id).ToList();
        return db.Set<CustomsCrossing>()
            .Where(c =>
                c.Exporter == from
                && c.IsImport == key.Import
                && c.Declaration == key.Declaration
                && c.LineNumber == key.LineNumber
                && ids.Contains(c.OtherImportId)
                && db.Set<OutsideId>().Any(o => o.Number == c.OtherExporter)
            )
            .Select(c => c.OtherExporter)
            .Distinct()
            .ToListAsync(cancellation);
    }

    /// <summary>
    /// Registered firms that have the key in a file. Blocks are filed by exporter, so those of every firm that trades in this
    /// flow are walked through: a line seldom changes its flow, and an index of keys would be as large as the lines.
    /// </summary>
    private async Task<HashSet<string>> InFiles(
        IReadOnlyList<ImportSource> imports,
        LineKey key,
        CancellationToken cancellation
    )
    {
        var ids = imports.Select(i => i.Id).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var blocks = db.Set<CustomsBlock>()
            .AsNoTracking()
            .Where(b =>
                ids.Contains(b.ImportId)
                // Somebody whom nobody knows takes no line from a firm.
                && db.Set<OutsideId>().Any(o => o.Number == b.Exporter)
                && db.Set<CustomsYear>()
                    .Any(y =>
                        y.ImportId == b.ImportId
                        && y.Exporter == b.Exporter
                        && y.IsImport == key.Import
                    )
            )
            .Select(b => new { b.Exporter, b.Bytes })
            .AsAsyncEnumerable();
        await foreach (var block in blocks.WithCancellation(cancellation))
        {
            if (!found.Contains(block.Exporter) && key.IsIn(block.Bytes))
            {
                found.Add(block.Exporter);
            }
        }
        return found;
    }
}
