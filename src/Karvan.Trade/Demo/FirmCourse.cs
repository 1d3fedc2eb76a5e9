using System.Runtime.InteropServices;

namespace Karvan.Trade.Demo;

/// <summary>
/// A firm through the years: when it exports at all, which markets it keeps, finds and loses, how its exports grow and
/// what it imports. Sets of years are bits, the oldest year lowest.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct FirmCourse(int years, int firm)
{
    // Yearly growth, per mille of the year before.
    private static readonly int[] Growth =
    [
        620,
        800,
        900,
        980,
        1050,
        1100,
        1150,
        1250,
        1_450,
        1900,
    ];

    private static readonly WeightedPick[] MarketCounts =
    [
        new([300, 270, 190, 120, 70, 50]),
        new([90, 160, 200, 190, 140, 100, 70, 50]),
        new([30, 70, 110, 150, 150, 130, 110, 80, 60, 50, 30, 30]),
    ];

    private static readonly int[] ImportersPerMille = [110, 350, 600];

    private int Full => (1 << years) - 1;
    private int Last => 1 << (years - 1);

    /// <summary>Never empty. The largest firms, of which there are few, all export in the last year.</summary>
    public int DrawActiveYears(ref DemoRandom random, int tier) =>
        random.Below(tier == 3 ? 89 : 100) switch
        {
            < 80 => Full,
            < 89 => Full & ~(Full >> Span(ref random)), // a young firm
            < 95 => Full >> (years - Span(ref random)), // it stopped
            _ => 1 + random.Below(Full),
        };

    /// <summary>Appends 1 to 12 different destinations. The first is served in every active year.</summary>
    public void DrawMarkets(
        ref DemoRandom random,
        int tier,
        int active,
        ReadOnlySpan<short> firmGoods,
        DemoGood[] goods,
        List<FirmMarket> markets
    )
    {
        var from = markets.Count;
        var wanted = MarketCounts[tier - 1].Draw(ref random) + 1;
        for (var attempt = 0; attempt < wanted * 4 && markets.Count - from < wanted; attempt++)
        {
            var good = goods[firmGoods[random.Below(firmGoods.Length)]];
            var country = good.Countries[good.CountryPick.Draw(ref random)];
            if (markets.FindIndex(from, market => market.Country == country) >= 0)
                continue;
            var isHome = markets.Count == from;
            var served = isHome ? active : active & DrawLoyalty(ref random);
            if (served != 0)
                markets.Add(
                    new(
                        country,
                        (byte)served,
                        (byte)(isHome ? 60 + random.Below(100) : 5 + random.Below(60))
                    )
                );
        }
    }

    /// <summary>The size drawn is that of the last year; the years before follow from the growth.</summary>
    public void DrawExports(ref DemoRandom random, FirmSize size, int active, long[] exportCents)
    {
        var cents = random.Between(size.FromUsd, size.ToUsd) * 100;
        for (var year = years - 1; year >= 0; year--)
        {
            exportCents[firm * (long)years + year] = (active >> year & 1) == 0 ? 0 : cents;
            cents = Math.Max(cents * 1000 / Growth[random.Below(Growth.Length)], 100_00);
        }
    }

    /// <summary>The good imported, or -1. Some firms import more than they export.</summary>
    public short DrawImports(
        ref DemoRandom random,
        int tier,
        DemoGood[] importGoods,
        FirmRoster roster
    )
    {
        if (!random.PerMille(ImportersPerMille[tier - 1]))
            return -1;
        var drawn = (short)random.Below(importGoods.Length);
        var isHeavy = random.PerMille(120);
        var imported = 1 + random.Below(Full);
        for (var year = 0; year < years; year++)
        {
            var at = firm * (long)years + year;
            var perMille = isHeavy ? random.Between(1050, 1900) : random.Between(30, 550);
            var cents = roster.ExportCents[at] / 1000 * perMille;
            roster.ImportCents[at] =
                (imported >> year & 1) == 0
                    ? 0
                    : Math.Min(cents, importGoods[drawn].LargestFirmUsd * 100);
        }
        return drawn;
    }

    private int DrawLoyalty(ref DemoRandom random) =>
        random.Below(100) switch
        {
            < 42 => Full,
            < 57 => Last, // new in the last year
            < 67 => Full & ~(Full >> Math.Min(2, years)), // found the year before
            < 81 => Full >> (years - Span(ref random)), // lapsed
            _ => 1 + random.Below(Full),
        };

    /// <summary>From 1 year to all but one; 1 where there is but one.</summary>
    private int Span(ref DemoRandom random) => 1 + (years > 1 ? random.Below(years - 1) : 0);
}
