using System.Runtime.InteropServices;

namespace Karvan.Trade.Demo;

/// <summary>All firms, in columns: a hundred thousand of them stay below twenty megabytes.</summary>
internal sealed class FirmRoster
{
    private readonly List<short> goods = [];
    private readonly List<FirmMarket> markets = [];

    private FirmRoster(DemoOptions options)
    {
        Years = options.Years.Count;
        Firms = new Firm[options.Exporters];
        ExportCents = new long[(long)options.Exporters * Years];
        ImportCents = new long[(long)options.Exporters * Years];
    }

    public int Years { get; }
    public Firm[] Firms { get; }

    /// <summary>Planned exports: firm × years + year, in cents; 0: none in that year.</summary>
    public long[] ExportCents { get; }

    /// <summary>Planned imports, as the exports.</summary>
    public long[] ImportCents { get; }

    public static FirmRoster Draw(DemoOptions options, DemoTables tables)
    {
        var roster = new FirmRoster(options);
        var sizes = FirmSizes.Draw(options, tables.Sizes);
        var ids = new IranianIds(options.Seed);
        var choice = new GoodsChoice(tables);
        var provinces = new ProvinceChoice(options, tables.Provinces);
        var persons = 0;
        for (var index = 0; index < options.Exporters; index++)
        {
            var random = DemoRandom.For(options.Seed, DemoStage.Firm, index);
            ref var firm = ref roster.Firms[index];
            firm.Size = sizes[index];
            var size = tables.Sizes[firm.Size];
            var isPerson = size.Tier == 1 && random.PerMille(80);
            firm.Id = isPerson ? ids.National(persons++) : ids.Legal(index);
            firm.IdDigits = (byte)(isPerson ? 10 : 11);
            firm.PricePerMille = (ushort)((random.Below(1001) + random.Below(1001)) / 2);
            firm.GoodsAt = roster.goods.Count;
            choice.Draw(ref random, firm.Size, roster.goods);
            firm.GoodsCount = (byte)(roster.goods.Count - firm.GoodsAt);
            firm.Province = provinces.Draw(
                ref random,
                index,
                tables.Goods[roster.goods[firm.GoodsAt]]
            );
            var course = new FirmCourse(roster.Years, index);
            var active = course.DrawActiveYears(ref random, size.Tier);
            firm.MarketsAt = roster.markets.Count;
            course.DrawMarkets(
                ref random,
                size.Tier,
                active,
                roster.GoodsOf(firm),
                tables.Goods,
                roster.markets
            );
            firm.MarketsCount = (byte)(roster.markets.Count - firm.MarketsAt);
            course.DrawExports(ref random, size, active, roster.ExportCents);
            firm.ImportGood = course.DrawImports(ref random, size.Tier, tables.ImportGoods, roster);
        }
        return roster;
    }

    public ReadOnlySpan<short> GoodsOf(in Firm firm) =>
        CollectionsMarshal.AsSpan(goods).Slice(firm.GoodsAt, firm.GoodsCount);

    public ReadOnlySpan<FirmMarket> MarketsOf(in Firm firm) =>
        CollectionsMarshal.AsSpan(markets).Slice(firm.MarketsAt, firm.MarketsCount);
}
