using System.Globalization;
using System.Runtime.InteropServices;
using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Scoring;

/// <summary>Exporters, evidence and compliance drawn at random, in memory; about three rows of evidence a firm, as in the demo.</summary>
internal static class SyntheticFacts
{
    private const ulong Seed = 1402;
    private const long FirstId = 10_000_000_000;
    private const int MostRows = 5;
    private const int KnownPerMille = 984;
    private const int SmugglerPerMille = 5;
    private const int ObligationMetPerMille = 900;
    private const int FullReturnPerMille = 700;

    /// <summary>Claims in a thousand firms, criterion after criterion and over again.</summary>
    private static readonly int[] ClaimPerMille = [30, 40, 200, 60, 40, 12, 100, 160, 150, 140, 50];

    public static ExporterFacts Draw(Rulebook book, FactPlan plan, int firms)
    {
        var dice = new Dice(Seed);
        var provinces = ReferenceTable.Provinces.Rows;
        var exporters = new Exporter[firms];
        var compliance = new Compliance[firms];
        for (var firm = 0; firm < firms; firm++)
        {
            exporters[firm] = new Exporter(
                (FirstId + firm).ToString(CultureInfo.InvariantCulture),
                "",
                provinces[dice.Below(provinces.Count)].Id,
                dice.Below(book.ProductGroups.Count)
            );
            compliance[firm] = dice.PerMille(KnownPerMille)
                ? new Compliance(
                    true,
                    dice.PerMille(SmugglerPerMille),
                    dice.PerMille(ObligationMetPerMille),
                    dice.PerMille(FullReturnPerMille)
                        ? EvidenceRow.One
                        : EvidenceRow.One / 100 * dice.Below(100)
                )
                : default;
        }
        var trade = SyntheticTrade.Draw(plan, firms, ref dice);
        var evidence = new EvidenceRows(
            firms,
            CollectionsMarshal.AsSpan(DrawEvidence(book, firms, ref dice))
        );
        return new ExporterFacts(Roster.Of(exporters), trade, evidence, compliance);
    }

    /// <summary>Rows of one firm for one criterion, as <see cref="ScoreSheet.Decide"/> takes them.</summary>
    public static EvidenceRow[] DrawRows(Rulebook book, int firm, int place, ref Dice dice)
    {
        var rows = new List<EvidenceRow>();
        Draw(rows, book, firm, (short)place, ref dice);
        return [.. rows.Order(Comparer<EvidenceRow>.Create((a, b) => EvidenceRow.Compare(a, b)))];
    }

    public static IReadOnlyList<int> EvidencePlaces(Rulebook book) =>
        [
            .. Enumerable
                .Range(0, book.Criteria.Count)
                .Where(c => book.Criteria[c].Measure is AcceptedEvidence),
        ];

    private static List<EvidenceRow> DrawEvidence(Rulebook book, int firms, ref Dice dice)
    {
        var places = EvidencePlaces(book);
        var rows = new List<EvidenceRow>(firms * 4);
        for (var firm = 0; firm < firms; firm++)
        {
            for (var i = 0; i < places.Count; i++)
            {
                if (dice.PerMille(ClaimPerMille[i % ClaimPerMille.Length]))
                {
                    Draw(rows, book, firm, (short)places[i], ref dice);
                }
            }
        }
        return rows;
    }

    private static void Draw(
        List<EvidenceRow> rows,
        Rulebook book,
        int firm,
        short place,
        ref Dice dice
    )
    {
        var criterion = book.Criteria[place];
        var countries = ReferenceTable.Countries.Rows;
        var number = 1 + (criterion.Rule is CountRule ? dice.Below(MostRows) : 0);
        for (var i = 0; i < number; i++)
        {
            var (quantity, level) = criterion.Rule switch
            {
                GradedRule rule => (dice.Between(1, 100), dice.Below(rule.Levels.Count)),
                JudgedRule => (dice.Between(1, (long)criterion.Max.Value), -1),
                _ => (0, -1),
            };
            var item = Items[dice.Below(Items.Length)];
            rows.Add(
                new EvidenceRow(
                    firm,
                    place,
                    item,
                    item,
                    countries[dice.Below(countries.Count)].Id,
                    quantity * EvidenceRow.One,
                    (short)level,
                    dice.Below(100) switch
                    {
                        < 86 => EvidenceStatus.Accepted,
                        < 94 => EvidenceStatus.Rejected,
                        _ => EvidenceStatus.Pending,
                    }
                )
            );
        }
    }

    private static readonly string[] Items =
    [
        .. Enumerable
            .Range(1, 8)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"item {i}")),
    ];
}
