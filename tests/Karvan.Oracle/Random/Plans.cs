namespace Karvan.Oracle;

/// <summary>Draws the trade of one exporter so that it stands just below, on or above an edge, or tries one rule.</summary>
public sealed class Plans(Dice dice, Draw draw)
{
    private static readonly int[] RubricYears = [1397, 1398, 1399, 1400, 1401];

    /// <summary>Lines of one plan; the plans go round, so that a few exporters have tried them all.</summary>
    public List<DraftLine> Lines(int plan, string exporter, string productGroup) =>
        (plan % 14) switch
        {
            0 => LastYearEdge(exporter),
            1 => WeightedEdge(exporter),
            2 => RatioEdge(exporter),
            3 => Persistence(exporter, productGroup),
            4 => NewMarkets(exporter),
            5 => TechnologyHalves(exporter),
            6 => NetTrade(exporter),
            7 => [.. LastYearEdge(exporter).Select(l => l with { Grams = 0 })], // R3.2: value without weight
            8 => PriorityMarkets(exporter),
            9 => Extremes(exporter),
            10 => PersistentShare(exporter),
            11 => BetweenThresholds(exporter),
            12 => [], // no trade at all
            _ => OtherYearsOnly(exporter),
        };

    /// <summary>R4.2: a cent below, on and above each bound.</summary>
    private List<DraftLine> LastYearEdge(string exporter)
    {
        var bound = Exact.Cents(dice.Pick(Tables.LastYearValue).From);
        return [.. draw.Lines(exporter, 1401, (long)bound + dice.Whole(-1, 1))];
    }

    /// <summary>R4.3: 6a + 3b + c in tenths of a cent, one below, on and above each bound, in either order of weights.</summary>
    private List<DraftLine> WeightedEdge(string exporter)
    {
        var tenths =
            10 * (long)Exact.Cents(dice.Pick(Tables.WeightedMean).From) + dice.Whole(-1, 1);
        var sixth = dice.Big(0, tenths / 12);
        var third = dice.Big(0, tenths / 12);
        var rest = tenths - 6 * sixth - 3 * third;
        var (newest, oldest) = dice.Chance(60) ? (sixth, rest) : (rest, sixth);
        return
        [
            .. draw.Lines(exporter, 1401, newest),
            .. draw.Lines(exporter, 1400, third),
            .. draw.Lines(exporter, 1399, oldest),
        ];
    }

    /// <summary>R3.2: 10 × cents = threshold × grams, a cent or a gram beside it; a line of weight without value is part of it.</summary>
    private List<DraftLine> RatioEdge(string exporter)
    {
        var threshold = dice.Pick(Tables.ValueToWeight).Threshold;
        var grams = 10 * dice.Big(1, 5_000_000);
        var cents = threshold * grams / 10 + dice.Whole(-1, 1);
        grams += dice.Pick(0, 0, 1, -1);
        var free = dice.Big(0, grams / 2);
        return [draw.Line(exporter, 1401, cents, grams - free), draw.Line(exporter, 1401, 0, free)];
    }

    /// <summary>R3.2, straight line: anywhere between the thresholds, halves of a hundredth among them.</summary>
    private List<DraftLine> BetweenThresholds(string exporter)
    {
        // At 20.05 USD/kg: 5 + 2 × 0.05 / 20 = 5.005; at 1.02: 1 + 0.02 / 4 = 1.005.
        var cents = dice.Chance(50)
            ? dice.Big(1, 250_000)
            : dice.Pick(2_005L, 2_015L, 3_995L, 102L, 106L);
        return [draw.Line(exporter, 1401, cents, 1_000)];
    }

    /// <summary>R1.2: every pattern of the five years, in the group and out of it, with value and without.</summary>
    private List<DraftLine> Persistence(string exporter, string productGroup)
    {
        var chapters = ReferenceTables.ProductGroups.GetValueOrDefault(productGroup)?.ToList();
        var lines = new List<DraftLine>();
        foreach (var country in draw.Countries(dice.Whole(4, 9)))
        {
            var inGroup = dice.Chance(75);
            var pattern = dice.Chance(60)
                ? dice.Pick(0b11100, 0b10011, 0b10101, 0b01111, 0b11000, 0b11010)
                : dice.Whole(1, 31);
            foreach (
                var (year, _) in RubricYears
                    .Select((y, i) => (y, i))
                    .Where(p => (pattern & (1 << p.i)) != 0)
            )
            {
                var code =
                    inGroup && chapters is not null
                        ? draw.CodeOfChapter(dice.Pick(chapters))
                        : draw.HsCode();
                lines.Add(
                    draw.Line(
                        exporter,
                        year,
                        dice.Chance(10) ? 0 : dice.Big(1, 90_000_000),
                        dice.Big(0, 900_000),
                        country,
                        code
                    )
                );
            }
        }

        return lines;
    }

    /// <summary>R1.2 by share: 50 × 1 / 10,000 is half a hundredth.</summary>
    private List<DraftLine> PersistentShare(string exporter)
    {
        var unit = dice.Big(1, 5_000);
        var countries = draw.Countries(2);
        int[] years = [1399, 1400, 1401];
        return
        [
            .. years.Select(y => draw.Line(exporter, y, unit, 1_000, countries[0])),
            draw.Line(
                exporter,
                1401,
                9_999 * unit + dice.Pick(0, 0, 1, -1),
                7_000_000,
                countries[1]
            ),
        ];
    }

    /// <summary>R2.2: new in the last year, or known from 1400, 1399, or only from before 1399.</summary>
    private List<DraftLine> NewMarkets(string exporter)
    {
        var lines = new List<DraftLine>();
        foreach (var country in draw.Countries(dice.Whole(2, 9)))
        {
            lines.Add(
                draw.Line(
                    exporter,
                    1401,
                    dice.Chance(10) ? 0 : dice.Big(1, 5_000_000),
                    dice.Big(1, 800_000),
                    country
                )
            );
            if (dice.Chance(60))
                lines.Add(
                    draw.Line(exporter, dice.Whole(1397, 1400), dice.Chance(30) ? 0 : 1, 5, country)
                );
            if (dice.Chance(20))
                lines.Add(draw.Line(exporter, 1400, 700, 5, country, flow: "import"));
        }

        return lines;
    }

    /// <summary>R3.1: sums that end in half a hundredth, and bands of equal value.</summary>
    private List<DraftLine> TechnologyHalves(string exporter)
    {
        var unit = dice.Big(1, 40_000);
        var equal = dice.Chance(40);
        List<string> bands = equal ? dice.Some(Draw.Codes.Keys, 3) : ["high", "primary"];
        List<long> values = equal ? [unit, unit, unit - dice.Whole(0, 1)] : [unit, 399 * unit];
        return
        [
            .. bands.Zip(
                values,
                (b, v) => draw.Line(exporter, 1401, v, 50_000, hsCode: draw.HsCode(b))
            ),
        ];
    }

    /// <summary>R4.1: the weighted net exports a tenth of a cent below, on and above zero, and the same by the other reading.</summary>
    private List<DraftLine> NetTrade(string exporter)
    {
        var nearZero = dice.Whole(-1, 1);
        if (dice.Chance(40))
        {
            var imports = dice.Big(1, 30_000_000);
            var part = dice.Big(0, imports);
            return
            [
                .. draw.Lines(exporter, 1401, part),
                .. draw.Lines(exporter, 1399, 10 * imports - 6 * part + nearZero),
                .. draw.Lines(exporter, 1401, imports, dice.Pick("IR", "CN"), "import"),
            ];
        }

        var net1401 = dice.Big(-9_000_000, 9_000_000);
        var net1400 = dice.Big(-9_000_000, 9_000_000);
        var net1399 = nearZero - 6 * net1401 - 3 * net1400;
        return
        [
            .. Balance(exporter, 1401, net1401),
            .. Balance(exporter, 1400, net1400),
            .. Balance(exporter, 1399, net1399),
        ];
    }

    private List<DraftLine> Balance(string exporter, int year, long net)
    {
        var both = dice.Big(0, 20_000_000);
        return
        [
            .. draw.Lines(exporter, year, both + Math.Max(net, 0)),
            .. draw.Lines(
                exporter,
                year,
                both + Math.Max(-net, 0),
                dice.Pick("IR", "TR"),
                "import"
            ),
        ];
    }

    /// <summary>R2.1, R1.1: none to twelve of the priority countries, and others beside them.</summary>
    private List<DraftLine> PriorityMarkets(string exporter) =>
        [
            .. draw.Priority(dice.Whole(0, 12))
                .Select(c => draw.Line(exporter, 1401, dice.Chance(10) ? 0 : 1, 0, c)),
            .. dice.Some(["AE", "DE", "TR", "OM"], dice.Whole(0, 3))
                .Select(c => draw.Line(exporter, 1401, 100, 10, c)),
        ];

    /// <summary>The largest value and weight a line may have.</summary>
    private List<DraftLine> Extremes(string exporter) =>
        [
            draw.Line(exporter, dice.Whole(1399, 1401), 1_000_000_000_000, 10_000_000_000_000),
            draw.Line(exporter, 1401, 1_000_000_000_000, dice.Big(0, 3)),
            draw.Line(exporter, 1401, 0, 0),
        ];

    private List<DraftLine> OtherYearsOnly(string exporter) =>
        [
            .. Enumerable
                .Range(0, 4)
                .Select(_ =>
                    draw.Line(exporter, dice.Pick(1396, 1402, 1403, 1350), 5_000_000, 1_000)
                ),
        ];
}
