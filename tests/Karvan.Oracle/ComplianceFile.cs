namespace Karvan.Oracle;

public sealed record Compliance(bool Smuggling, bool FxObligationMet, decimal FxReturnRatio);

/// <summary>compliance.csv</summary>
public static class ComplianceFile
{
    private static readonly string[] Columns =
    [
        "exporter_id",
        "smuggling",
        "fx_obligation_met",
        "fx_return_ratio",
    ];

    public static Dictionary<string, Compliance> Read(
        string path,
        IReadOnlySet<string> exporterIds,
        Ledger ledger
    )
    {
        ledger.AddFile(path);
        var good = new List<(InputRow Row, string Id, Compliance Compliance)>();
        foreach (var row in InputTable.Read(path, Columns))
        {
            if (
                Parse(row) is not { } compliance
                || Fields.ExporterId(row["exporter_id"]) is not { } id
            )
                ledger.Add(row, Ledger.BadFields);
            else if (!exporterIds.Contains(id))
                ledger.Add(row, Ledger.UnknownExporter);
            else
                good.Add((row, id, compliance));
        }

        // Several good rows of one exporter: all are rejected.
        var byExporter = new Dictionary<string, Compliance>(StringComparer.Ordinal);
        foreach (var group in good.GroupBy(g => g.Id, StringComparer.Ordinal))
        {
            var alone = group.Count() == 1;
            foreach (var (row, _, _) in group)
                ledger.Add(row, alone ? Ledger.Accepted : Ledger.Repeated);
            if (alone)
                byExporter.Add(group.Key, group.Single().Compliance);
        }

        return byExporter;
    }

    private static Compliance? Parse(InputRow row)
    {
        if (row.Broken)
            return null;
        var smuggling = TrueOrFalse(row.Text("smuggling"));
        var obligation = TrueOrFalse(row.Text("fx_obligation_met"));
        var ratio = Fields.Number(row["fx_return_ratio"], 12, 1m);
        return smuggling is { } s && obligation is { } o && ratio is { } r
            ? new Compliance(s, o, r)
            : null;
    }

    private static bool? TrueOrFalse(string text) =>
        text switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => null,
        };
}
