using Karvan.Core.Persistence;
using Karvan.Core.Registry;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Customs;

/// <summary>A line of a firm's with where it comes from.</summary>
/// <param name="Adjusted">The decision that corrected or struck it.</param>
public sealed record FirmLine(SnapshotLine At, ImportSource Import, CustomsAdjustment? Adjusted);

/// <summary>A firm's trade as it stands, from its lines; whoever asks must have been allowed to read it.</summary>
public sealed class FirmTrade(KarvanContext db, Standing standing)
{
    /// <summary>Sums by flow, solar year, country and good.</summary>
    public async Task<IReadOnlyList<TradeCell>> Cells(
        Enterprise firm,
        CancellationToken cancellation = default
    )
    {
        var imports = await standing.Imports(firm.Province, cancellation);
        var ledgers = await standing.Ledgers(
            imports,
            await Numbers(firm.Id, cancellation),
            cancellation
        );
        var cells = new TradeCells();
        foreach (var (_, ledger) in ledgers)
        {
            ledger.AddTo(cells);
        }
        return [.. cells.All];
    }

    /// <summary>Every line of every import in force, those that do not count among them.</summary>
    public async Task<IReadOnlyList<FirmLine>> Lines(
        Enterprise firm,
        CancellationToken cancellation = default
    )
    {
        var imports = await standing.Imports(firm.Province, cancellation);
        var numbers = await Numbers(firm.Id, cancellation);
        var ledgers = await standing.Ledgers(imports, numbers, cancellation);
        var decided = (await standing.Adjustments(numbers, cancellation))
            .SelectMany(a => a)
            .ToDictionary(a => a.Id);
        return
        [
            .. ledgers.SelectMany(l =>
                l.Ledger.Lines()
                    .Select(s => new FirmLine(
                        s,
                        imports[s.Place],
                        s.Adjustment is { } a ? decided[a.Id] : null
                    ))
            ),
        ];
    }

    /// <summary>One line by what it is known by; null where the firm has none such in this import.</summary>
    public async Task<FirmLine?> Line(
        Enterprise firm,
        Guid import,
        LineKey key,
        CancellationToken cancellation = default
    ) =>
        (await Lines(firm, cancellation)).FirstOrDefault(l =>
            l.Import.Id == import && LineKey.Of(l.At.Line) == key
        );

    /// <summary>Every number the firm is or was known by.</summary>
    public async Task<IReadOnlyList<string>> Numbers(
        Guid firm,
        CancellationToken cancellation = default
    ) =>
        await db.Set<OutsideId>()
            .Where(o => o.EnterpriseId == firm)
            .Select(o => o.Number)
            .Distinct()
            .ToListAsync(cancellation);
}
