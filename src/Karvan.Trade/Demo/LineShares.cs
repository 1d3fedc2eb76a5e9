namespace Karvan.Trade.Demo;

/// <summary>
/// Shares the wanted number of lines out over firms, years and flows, to the line. Each market of a year gets its line
/// first, where there are enough; the rest goes by the number of lots. Ask in the order of <see cref="Sum"/>: by year, in it
/// by firm, exports before imports.
/// </summary>
internal sealed class LineShares
{
    private const long MostLots = 20_000;

    private readonly FirmRoster roster;
    private readonly DemoTables tables;
    private readonly long wanted;
    private readonly long sumLeast;
    private readonly long sumLots;
    private long least;
    private long lots;
    private long given;

    public LineShares(FirmRoster roster, DemoTables tables, long wanted)
    {
        this.roster = roster;
        this.tables = tables;
        this.wanted = wanted;
        (sumLeast, sumLots) = Sum();
    }

    public int NextExports(int firm, int year)
    {
        var (firmLeast, firmLots) = Exports(firm, year);
        return Next(firmLeast, firmLots);
    }

    public int NextImports(int firm, int year)
    {
        var (firmLeast, firmLots) = Imports(firm, year);
        return Next(firmLeast, firmLots);
    }

    private (long Least, long Lots) Sum()
    {
        long leastSum = 0,
            lotsSum = 0;
        for (var year = 0; year < roster.Years; year++)
        {
            for (var firm = 0; firm < roster.Firms.Length; firm++)
            {
                var (exportLeast, exportLots) = Exports(firm, year);
                var (importLeast, importLots) = Imports(firm, year);
                leastSum += exportLeast + importLeast;
                lotsSum += exportLots + importLots;
            }
        }
        return (leastSum, lotsSum);
    }

    /// <summary>Rounds the running sum, so that the parts add up to the whole.</summary>
    private int Next(int firmLeast, long firmLots)
    {
        least += firmLeast;
        lots += firmLots;
        var target =
            wanted < sumLeast
                ? (long)((UInt128)wanted * (ulong)least / (ulong)sumLeast)
                : least + (long)((UInt128)(wanted - sumLeast) * (ulong)lots / (ulong)sumLots);
        var share = checked((int)(target - given));
        given = target;
        return share;
    }

    private (int Least, long Lots) Exports(int index, int year)
    {
        var cents = roster.ExportCents[(long)index * roster.Years + year];
        if (cents == 0)
            return (0, 0);
        ref readonly var firm = ref roster.Firms[index];
        var markets = 0;
        foreach (var market in roster.MarketsOf(firm))
            markets += market.Years >> year & 1;
        return (markets, Lots(cents, tables.Goods[roster.GoodsOf(firm)[0]]));
    }

    private (int Least, long Lots) Imports(int index, int year)
    {
        var cents = roster.ImportCents[(long)index * roster.Years + year];
        return cents == 0
            ? (0, 0)
            : (1, Lots(cents, tables.ImportGoods[roster.Firms[index].ImportGood]));
    }

    private static long Lots(long cents, DemoGood good) =>
        Math.Clamp(cents / good.LotCents, 1, MostLots);
}
