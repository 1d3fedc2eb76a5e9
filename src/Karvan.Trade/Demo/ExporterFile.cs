namespace Karvan.Trade.Demo;

/// <summary>Writes <c>exporters.csv</c>.</summary>
internal static class ExporterFile
{
    public const string Name = "exporters.csv";

    /// <summary>Some firms apply for all their goods rather than for one product group.</summary>
    private const int AllGoodsPerMille = 80;

    public static long Write(
        string path,
        DemoOptions options,
        FirmRoster roster,
        DemoTables tables,
        FirmNames names
    )
    {
        using var csv = new CsvBytes(path, "exporter_id,name,province,product_group");
        for (var index = 0; index < roster.Firms.Length; index++)
        {
            ref readonly var firm = ref roster.Firms[index];
            var random = DemoRandom.For(options.Seed, DemoStage.Exporters, index);
            var group = tables.Goods[roster.GoodsOf(firm)[0]].Group;
            csv.StartRow();
            csv.Padded(firm.Id, firm.IdDigits);
            csv.Comma();
            csv.Text(names.Of(index));
            csv.Comma();
            csv.Text(tables.Provinces[firm.Province].Code);
            csv.Comma();
            if (group >= 0 && !random.PerMille(AllGoodsPerMille))
                csv.Text(options.ProductGroups[group].Id);
            csv.EndRow();
        }
        csv.Dispose();
        return csv.Bytes;
    }
}
