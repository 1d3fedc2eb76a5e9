namespace Karvan.Oracle;

/// <param name="ProductGroup">An id of the product groups; empty: all goods.</param>
public sealed record Exporter(string Id, string Province, string ProductGroup);

/// <summary>exporters.csv</summary>
public static class ExportersFile
{
    private static readonly string[] Columns = ["exporter_id", "name", "province", "product_group"];

    public static Dictionary<string, Exporter> Read(string path, Ledger ledger)
    {
        ledger.AddFile(path);
        var good = new List<(InputRow Row, Exporter Exporter)>();
        foreach (var row in InputTable.Read(path, Columns))
        {
            if (Parse(row) is { } exporter)
                good.Add((row, exporter));
            else
                ledger.Add(row, Ledger.BadFields);
        }

        // Several good rows of one exporter: all are rejected.
        var exporters = new Dictionary<string, Exporter>(StringComparer.Ordinal);
        foreach (var group in good.GroupBy(g => g.Exporter.Id, StringComparer.Ordinal))
        {
            var alone = group.Count() == 1;
            foreach (var (row, _) in group)
                ledger.Add(row, alone ? Ledger.Accepted : Ledger.Repeated);
            if (alone)
                exporters.Add(group.Key, group.Single().Exporter);
        }

        return exporters;
    }

    private static Exporter? Parse(InputRow row)
    {
        if (
            row.Broken
            || Fields.ExporterId(row["exporter_id"]) is not { } id
            || !Fields.CheckDigitHolds(id)
        )
            return null;

        var province = row.Text("province");
        if (
            !Fields.OnlyDigits(province)
            || province.Length != 2
            || string.CompareOrdinal(province, "30") > 0
        )
            return null;

        var written = row.Text("product_group");
        var group = ReferenceTables.ProductGroups.Keys.SingleOrDefault(
            g => Fields.Text(g) == written,
            ""
        );
        if (written.Length > 0 && group.Length == 0)
            return null;
        return new Exporter(id, province, group);
    }
}
