using System.Text;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;

namespace Karvan.Trade.Tests.Ledger;

/// <summary>Lines to be kept, and what a plain reader of the rule keeps of them.</summary>
internal static class Lines
{
    public const string Firm = "10100000004";
    public const string Other = "0012345679";

    private static readonly string[] Countries = ["IQ", "AF", "DE", "CN"];
    private static readonly string[] Codes = ["842320", "84232000", "080251", "270900001234"];

    public static LedgerLine Line(
        string declaration = "A1",
        int number = 1,
        string exporter = Firm,
        long cents = 100_00,
        long grams = 5_000,
        bool import = false,
        long source = 2,
        string country = "IQ",
        string hsCode = "842320",
        int day = 738_000
    ) =>
        new(
            source,
            import,
            declaration,
            number,
            DateOnly.FromDayNumber(day),
            exporter,
            hsCode,
            country,
            cents,
            grams
        );

    /// <param name="keys">So many declarations to choose from: the fewer, the more lines repeat.</param>
    public static List<LedgerLine> Draw(int seed, int count, int firms, int keys)
    {
        var random = new Random(seed);
        var drawn = new List<LedgerLine>();
        for (var i = 0; i < count; i++)
        {
            var declaration = random.Next(keys);
            // Mostly a declaration is one firm's, and says the same thing when it comes again.
            var said = random.Next(20) == 0 ? random.Next() : declaration;
            var what = new Random(said);
            var own = new Random(random.Next(30) == 0 ? random.Next() : declaration);
            drawn.Add(
                new LedgerLine(
                    i + 2,
                    what.Next(4) == 0,
                    $"{declaration:X}-{declaration % 7}".PadLeft(declaration % 12 + 3, 'K'),
                    what.Next(3),
                    DateOnly.FromDayNumber(736_000 + what.Next(3000)),
                    $"{10_000_000_000L + own.Next(firms)}",
                    Codes[what.Next(Codes.Length)],
                    Countries[what.Next(Countries.Length)],
                    what.NextInt64(1_000_000_000_000),
                    what.NextInt64(10_000_000_000_000),
                    declaration % 5 == 0 ? what.NextInt64(1_000_000) : 0,
                    declaration % 5 == 0 ? "IRR" : null
                )
            );
        }
        return drawn;
    }

    /// <summary>Of each exporter: equal lines once, the first of the file; none where they differ under one key.</summary>
    public static List<LedgerLine> Standing(IEnumerable<LedgerLine> lines) =>
        [
            .. lines
                .GroupBy(l => (l.Exporter, l.Import, l.Declaration, l.LineNumber))
                .Where(g =>
                    g.Select(l => (l.Day, l.HsCode, l.Country, l.ValueCents, l.WeightGrams))
                        .Distinct()
                        .Count() == 1
                )
                .Select(g => g.MinBy(l => l.SourceLine)!),
        ];

    public static void Hand(ILineSink sink, LedgerLine line) =>
        sink.Take(
            new ReadLine
            {
                SourceLine = line.SourceLine,
                Declaration = Encoding.UTF8.GetBytes(line.Declaration),
                LineNumber = line.LineNumber,
                Import = line.Import,
                Day = line.Day.DayNumber,
                Exporter = Encoding.ASCII.GetBytes(line.Exporter),
                HsCode = Encoding.ASCII.GetBytes(line.HsCode),
                Country = Encoding.ASCII.GetBytes(line.Country),
                ValueCents = line.ValueCents,
                WeightGrams = line.WeightGrams,
                AmountHundredths = line.AmountHundredths,
                Currency = Encoding.ASCII.GetBytes(line.Currency ?? ""),
            }
        );

    /// <param name="sinks">Lines go to them in turn, as several threads would hand them over.</param>
    public static List<LedgerPart> Keep(
        IReadOnlyList<LedgerLine> lines,
        RejectionLog log,
        int sinks = 1,
        long memory = 64 << 20
    )
    {
        using var run = new LedgerRun(log, "declaration_no", memory);
        var hands = Enumerable.Range(0, sinks).Select(_ => run.NewSink()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            Hand(hands[i % sinks], lines[i]);
        }
        return [.. run.Settle(sinks)];
    }

    public static IReadOnlyList<SnapshotLine> Read(
        ExporterLines kept,
        params IReadOnlyCollection<LineAdjustment> adjustments
    ) => LedgerOf(kept.Exporter, adjustments, kept).Lines();

    /// <param name="imports">One a place of the snapshot.</param>
    public static ExporterLedger LedgerOf(
        string exporter,
        IReadOnlyCollection<LineAdjustment> adjustments,
        params IReadOnlyList<ExporterLines?> imports
    )
    {
        var ledger = new ExporterLedger(exporter, adjustments);
        for (var place = 0; place < imports.Count; place++)
        {
            foreach (var block in imports[place]?.Blocks ?? [])
            {
                ledger.Add(place, block.Bytes);
            }
        }
        return ledger;
    }
}
