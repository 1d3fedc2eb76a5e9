namespace Karvan.Trade.Demo;

/// <summary>Writes <c>evidence.csv</c>. Every row holds what its criterion needs; most are accepted.</summary>
internal sealed class DemoEvidenceFile(
    DemoOptions options,
    FirmRoster roster,
    DemoTables tables,
    FirmNames names
)
{
    public const string Name = "evidence.csv";

    // Where a rulebook has a criterion our table of claims does not know.
    private static readonly ClaimRate UnknownRate = new("", [60, 150, 300], 3);

    private readonly DemoEvidence[][] items =
    [
        .. options.Evidence.Select(criterion => ItemsOf(criterion, tables)),
    ];
    private readonly ClaimRate[] rates =
    [
        .. options.Evidence.Select(criterion =>
            tables.Claims.GetValueOrDefault(criterion.Id, UnknownRate)
        ),
    ];
    private readonly List<DemoEvidence> fitting = [];

    public (long Rows, long Bytes) Write(string path)
    {
        using var csv = new CsvBytes(
            path,
            "exporter_id,criterion,item,country,quantity,level,status"
        );
        long rows = 0;
        for (var firm = 0; firm < roster.Firms.Length; firm++)
        {
            var random = DemoRandom.For(options.Seed, DemoStage.Evidence, firm);
            var tier = tables.Sizes[roster.Firms[firm].Size].Tier;
            for (var criterion = 0; criterion < rates.Length; criterion++)
            {
                if (random.PerMille(rates[criterion].PerMilleByTier[tier - 1]))
                    rows += Claim(csv, ref random, firm, criterion);
            }
        }
        csv.Dispose();
        return (rows, csv.Bytes);
    }

    private int Claim(CsvBytes csv, ref DemoRandom random, int index, int criterion)
    {
        ref readonly var firm = ref roster.Firms[index];
        var markets = roster.MarketsOf(firm);
        var kind = options.Evidence[criterion].Kind;
        FindFitting(firm, markets, criterion);
        var wanted = 1 + random.Below(rates[criterion].MostRows);
        var distinct = kind switch
        {
            DemoEvidenceKind.Items => fitting.Count,
            DemoEvidenceKind.Countries => markets.Length,
            _ => fitting.Count * markets.Length,
        };
        var rows = Math.Min(wanted, distinct);
        var itemAt = random.Below(Math.Max(fitting.Count, 1));
        var marketAt = random.Below(markets.Length);
        for (var row = 0; row < rows; row++)
        {
            var item = fitting[(itemAt + row) % fitting.Count];
            var market = markets[(marketAt + row) % markets.Length];
            WriteRow(csv, ref random, index, options.Evidence[criterion], item, market.Country);
        }
        return rows;
    }

    private void WriteRow(
        CsvBytes csv,
        ref DemoRandom random,
        int index,
        DemoEvidenceCriterion criterion,
        DemoEvidence item,
        ushort market
    )
    {
        ref readonly var firm = ref roster.Firms[index];
        csv.StartRow();
        csv.Padded(firm.Id, firm.IdDigits);
        csv.Comma();
        csv.Text(criterion.Id);
        csv.Comma();
        csv.Text(item.Item.Replace("{brand}", names.BrandOf(index), StringComparison.Ordinal));
        csv.Comma();
        if (criterion.Kind is DemoEvidenceKind.Countries)
            csv.Country(market);
        else if (criterion.Kind is DemoEvidenceKind.ItemsByCountry || item.Country != 0)
            csv.Country(item.Country != 0 ? item.Country : market);
        csv.Comma();
        if (criterion.LargestQuantity > 0)
            csv.Number(
                (ulong)
                    random.Between((criterion.LargestQuantity + 4) / 5, criterion.LargestQuantity)
            );
        csv.Comma();
        if (criterion.Levels is { Count: > 0 } levels)
            csv.Text(levels[random.Below(levels.Count)]);
        csv.Ascii(
            random.Below(100) switch
            {
                < 86 => ",accepted"u8,
                < 94 => ",rejected"u8,
                _ => ",pending"u8,
            }
        );
        csv.EndRow();
    }

    /// <summary>Items that fit the firm's goods; those at home in one country only where the firm sells there.</summary>
    private void FindFitting(in Firm firm, ReadOnlySpan<FirmMarket> markets, int criterion)
    {
        fitting.Clear();
        var chapter = tables.Goods[roster.GoodsOf(firm)[0]].Chapter;
        foreach (var item in items[criterion])
        {
            if (item.Fits(chapter) && (item.Country == 0 || Sells(markets, item.Country)))
                fitting.Add(item);
        }
    }

    private static bool Sells(ReadOnlySpan<FirmMarket> markets, ushort country)
    {
        foreach (var market in markets)
        {
            if (market.Country == country)
                return true;
        }
        return false;
    }

    /// <summary>The rulebook's closed list, else the demo's table, else one nameless item.</summary>
    private static DemoEvidence[] ItemsOf(DemoEvidenceCriterion criterion, DemoTables tables)
    {
        if (criterion.Items is { Count: > 0 } closed)
            return
            [
                .. closed.Select(item => new DemoEvidence(criterion.Id, item, 0, UInt128.MaxValue)),
            ];
        DemoEvidence[] known = [.. tables.EvidenceItems[criterion.Id]];
        return known.Length > 0
            ? known
            : [new DemoEvidence(criterion.Id, "گواهی", 0, UInt128.MaxValue)];
    }
}
