using Karvan.Customs.Lines;
using Karvan.Customs.Records;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Trade.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Trade;

/// <summary>A line of a firm's with where it comes from.</summary>
/// <param name="Adjusted">The decision that corrected or struck it.</param>
/// <param name="Given">The decision by which it counts here, though its file has it in the other flow or under another exporter.</param>
public sealed record FirmLine(
    SnapshotLine At,
    ImportSource Import,
    CustomsAdjustment? Adjusted,
    CustomsAdjustment? Given = null
)
{
    public LineKey Key => LineKey.Of(At.Line);

    /// <summary>The line as the file said it.</summary>
    public LedgerLine Said =>
        Adjusted is null
            ? At.Line
            : Adjusted.Decision.Before with
            {
                SourceLine = At.Line.SourceLine,
            };

    public bool Counts => At.State is LineState.Counted or LineState.Corrected;
}

/// <summary>A firm's sums with what they rest on.</summary>
/// <param name="Cells">By flow, solar year, country and good.</param>
/// <param name="Lines">What became of every line.</param>
/// <param name="Numbers">Every number the firm is or was known by.</param>
/// <param name="Imports">Those in force in which it has lines, in their order.</param>
/// <param name="Contested">Lines with an open objection.</param>
/// <param name="Missing">Declarations that the firm reported as missing, and nobody has answered yet.</param>
/// <param name="AnyInForce">Whether any import is in force for its province.</param>
public sealed record FirmFigures(
    IReadOnlyList<TradeCell> Cells,
    LineTally Lines,
    IReadOnlyList<string> Numbers,
    IReadOnlyList<ImportSource> Imports,
    int Contested,
    int Missing,
    bool AnyInForce
);

/// <summary>A firm's trade as it stands, from its lines; whoever asks must have been allowed to read it.</summary>
public sealed class FirmTrade(KarvanContext db, ImportsInForce standing)
{
    /// <summary>Sums by flow, solar year, country and good.</summary>
    public async Task<IReadOnlyList<TradeCell>> Cells(
        Enterprise firm,
        CancellationToken cancellation = default
    ) => (await Figures(firm, cancellation)).Cells;

    /// <summary>The sums and what they rest on, in one walk over the firm's lines.</summary>
    public async Task<FirmFigures> Figures(
        Enterprise firm,
        CancellationToken cancellation = default
    )
    {
        var imports = await standing.Imports(firm.Province, cancellation);
        var numbers = await Numbers(firm.Id, cancellation);
        var cells = new TradeCells();
        var tally = new LineTally();
        var places = new SortedSet<int>();
        var stands = await standing.Ledgers(
            imports,
            numbers,
            await standing.Adjustments(numbers, cancellation),
            cancellation
        );
        foreach (var (_, ledger) in stands.Ledgers)
        {
            ledger.AddTo(cells, tally);
            places.UnionWith(ledger.Places);
        }
        var contested = await db.LineObjections.CountAsync(
            c => c.EnterpriseId == firm.Id && c.State == LineObjectionState.Open,
            cancellation
        );
        var missing = await db.MissingDeclarations.CountAsync(
            m => m.EnterpriseId == firm.Id && m.State == MissingDeclarationState.Open,
            cancellation
        );
        return new FirmFigures(
            [.. cells.All],
            tally,
            numbers,
            [.. places.Select(p => stands.Places[p]).DistinctBy(i => i.Id)],
            contested,
            missing,
            imports.Count > 0
        );
    }

    /// <summary>Every line of every import in force, those that do not count among them.</summary>
    public async Task<IReadOnlyList<FirmLine>> Lines(
        Enterprise firm,
        CancellationToken cancellation = default
    )
    {
        var imports = await standing.Imports(firm.Province, cancellation);
        var numbers = await Numbers(firm.Id, cancellation);
        var decided = await standing.Adjustments(numbers, cancellation);
        var stands = await standing.Ledgers(imports, numbers, decided, cancellation);
        var byId = decided.SelectMany(a => a).ToDictionary(a => a.Id);
        return
        [
            .. stands.Ledgers.SelectMany(l =>
                l.Ledger.Lines()
                    .Select(s => new FirmLine(
                        s,
                        stands.Places[s.Place],
                        s.Adjustment is { } a ? byId[a.Id] : null,
                        stands.GivenAt(s.Place)
                    ))
            ),
        ];
    }

    /// <summary>
    /// One line by what it is known by; null where the firm has none such in this import. One that repeats another carries
    /// the decision about that other, which is about both.
    /// </summary>
    public async Task<FirmLine?> Line(
        Enterprise firm,
        Guid import,
        LineKey key,
        CancellationToken cancellation = default
    )
    {
        var under = (await Lines(firm, cancellation)).Where(l => l.Key == key).ToList();
        var found = under.Find(l => l.Import.Id == import);
        return
            found is { At.State: LineState.Repeated }
            && under.Find(l => l.Adjusted?.Decision.IsAbout(found.At.Line) == true) is { } decided
            ? found with
            {
                Adjusted = decided.Adjusted,
            }
            : found;
    }

    /// <summary>The line under a key, whichever import in force it stands in: the one that bears a decision, or else counts.</summary>
    public async Task<FirmLine?> Line(
        Enterprise firm,
        LineKey key,
        CancellationToken cancellation = default
    ) =>
        (await Lines(firm, cancellation))
            .Where(l => l.Key == key)
            .OrderBy(l => l.At.State is LineState.Repeated)
            .FirstOrDefault();

    /// <summary>The firm's lines of one declaration, whatever became of them.</summary>
    public async Task<IReadOnlyList<FirmLine>> Of(
        Enterprise firm,
        bool import,
        string declaration,
        CancellationToken cancellation = default
    ) =>
        [
            .. (await Lines(firm, cancellation)).Where(l =>
                l.Key.Import == import && l.Key.Declaration == declaration
            ),
        ];

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
