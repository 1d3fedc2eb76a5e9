using Karvan.Rules.Facts;
using Karvan.Rules.Reference;
using Karvan.Rules.Rulebooks;

namespace Karvan.Bench.Scoring;

/// <summary>
/// Customs sums drawn at random, spread like those of the demo: most firms small, a few very large, seven countries
/// a firm on the mean, four firms in five active in every year.
/// </summary>
internal static class SyntheticTrade
{
    private const int CentsPerUsd = 100;

    /// <summary>Size in USD a year: from, to, firms in a thousand.</summary>
    private static readonly (long From, long To, int PerMille)[] Sizes =
    [
        (5_000, 95_000, 370),
        (100_000, 600_000, 350),
        (600_000, 1_500_000, 140),
        (1_500_000, 5_000_000, 88),
        (5_000_000, 35_000_000, 47),
        (35_000_000, 1_400_000_000, 5),
    ];

    private const int MostCountries = 13;
    private const int ActivePerMille = 800;
    private const int LoyalPerMille = 420;
    private const int ImporterPerMille = 200;
    private const int OtherGoodsPerMille = 150;

    public static TradeFacts Draw(FactPlan plan, int firms, ref Dice dice)
    {
        var years = plan.Years.Count;
        var everyYear = (1 << years) - 1;
        long[][] Columns(int number) =>
            [.. Enumerable.Range(0, number).Select(_ => new long[firms])];
        var (exports, grams, imports) = (Columns(years), Columns(years), Columns(years));
        var classSums = plan.ClassSums.Select(k => Columns(k.Table.Classes.Count)).ToArray();
        var start = new int[firms + 1];
        var rows = new List<(byte Country, byte All, byte InGroup)>(firms * MostCountries / 2);
        var abroad = ReferenceTable.Countries.Rows.Count;

        for (var firm = 0; firm < firms; firm++)
        {
            var active = dice.PerMille(ActivePerMille) ? everyYear : 1 + dice.Below(everyYear);
            var cents = DrawSize(ref dice) * CentsPerUsd + dice.Below(CentsPerUsd);
            var gramsPerUsd = dice.Between(1, 40) * dice.Between(1, 40);
            var importer = dice.PerMille(ImporterPerMille);
            for (var year = years - 1; year >= 0; year--)
            {
                if ((active >> year & 1) != 0)
                {
                    exports[year][firm] = cents;
                    grams[year][firm] = cents / CentsPerUsd * gramsPerUsd;
                }
                imports[year][firm] = importer ? cents / 1000 * dice.Below(1500) : 0;
                cents = cents * dice.Between(50, 150) / 100;
            }
            foreach (var classes in classSums)
            {
                Split(exports[^1][firm], classes, firm, ref dice);
            }

            var countries = 1 + dice.Below(MostCountries);
            var first = dice.Below(abroad);
            for (var c = 0; c < countries; c++)
            {
                var served = active & (c == 0 ? everyYear : DrawYears(everyYear, ref dice));
                var inGroup = dice.PerMille(OtherGoodsPerMille)
                    ? served & dice.Below(everyYear)
                    : served;
                if (served != 0)
                {
                    // Steps of a prime that does not divide the number of countries never meet again.
                    rows.Add(((byte)((first + c * 37) % abroad), (byte)served, (byte)inGroup));
                }
            }
            start[firm + 1] = rows.Count;
        }

        return new TradeFacts
        {
            Plan = plan,
            Count = firms,
            ExportCents = exports,
            ExportGrams = grams,
            ImportCents = imports,
            CountryStart = start,
            Country = [.. rows.Select(r => r.Country)],
            YearsAll = [.. rows.Select(r => r.All)],
            YearsInGroup = [.. rows.Select(r => r.InGroup)],
            ClassCents = classSums,
            BestProducts = [.. plan.BestProducts.Select(_ => BestProducts.Of(firms))],
            MarketCents = [.. plan.MarketValues.Select(_ => new long[rows.Count])],
        };
    }

    private static long DrawSize(ref Dice dice)
    {
        var at = dice.Below(Sizes.Sum(s => s.PerMille));
        foreach (var (from, to, perMille) in Sizes)
        {
            if (at < perMille)
            {
                return dice.Between(from, to);
            }
            at -= perMille;
        }
        throw new InvalidOperationException("A draw below the sum falls into one of its parts.");
    }

    private static int DrawYears(int everyYear, ref Dice dice) =>
        dice.PerMille(LoyalPerMille) ? everyYear : 1 + dice.Below(everyYear);

    /// <summary>One or two classes hold all of a firm's value.</summary>
    private static void Split(long cents, long[][] classes, int firm, ref Dice dice)
    {
        var part = dice.PerMille(600) ? cents : cents / 1000 * dice.Below(1000);
        classes[dice.Below(classes.Length)][firm] += part;
        classes[dice.Below(classes.Length)][firm] += cents - part;
    }
}
