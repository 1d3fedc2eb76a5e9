namespace Karvan.Oracle;

/// <summary>A good row of evidence. Only what its criterion needs is filled in.</summary>
public sealed record Evidence(
    string ExporterId,
    string Criterion,
    string Status,
    string Item,
    string Country,
    decimal Quantity,
    string Level
);

/// <summary>evidence.csv</summary>
public static class EvidenceFile
{
    private static readonly string[] Columns =
    [
        "exporter_id",
        "criterion",
        "item",
        "country",
        "quantity",
        "level",
        "status",
    ];

    public static List<Evidence> Read(
        string path,
        IReadOnlySet<string> exporterIds,
        Ledger ledger,
        Readings readings
    )
    {
        ledger.AddFile(path);
        var good = new List<Evidence>();
        foreach (var row in InputTable.Read(path, Columns))
        {
            if (Parse(row, readings) is not { } evidence)
            {
                ledger.Add(row, Ledger.BadFields);
            }
            else if (!exporterIds.Contains(evidence.ExporterId))
            {
                ledger.Add(row, Ledger.UnknownExporter);
            }
            else
            {
                ledger.Add(row, Ledger.Accepted);
                good.Add(evidence);
            }
        }

        return good;
    }

    private static Evidence? Parse(InputRow row, Readings readings)
    {
        if (row.Broken || Fields.ExporterId(row["exporter_id"]) is not { } id)
            return null;
        var criterion = row.Text("criterion");
        var status = row.Text("status");
        if (status is not ("ACCEPTED" or "REJECTED" or "PENDING"))
            return null;

        var evidence = new Evidence(id, criterion, status, "", "", 0m, "");
        switch (criterion)
        {
            case "R3.3":
                var level = row.Text("level");
                var percent = Fields.Number(row["quantity"], 12, 100m);
                return level is "HIGH" or "MEDIUM" or "LOW" && percent is { } p
                    ? evidence with
                    {
                        Quantity = p,
                        Level = level,
                    }
                    : null;
            case "R3.4":
                return Fields.Number(row["quantity"], 12, 10m) is { } q
                    ? evidence with
                    {
                        Quantity = q,
                    }
                    : null;
            case "R6.2" when readings.Is("product-registration", "per-country"):
            case "R6.4" when readings.Is("packaging", "per-country"):
            case "R6.4" when readings.Is("target-market", "exports-in-window"):
                return Country(row) is { } counted ? evidence with { Country = counted } : null;
            case "R5.1" or "R5.2" or "R6.2" or "R6.4" or "R6.8":
                return evidence;
            case "R6.1" or "R6.3" or "R6.13":
                return Country(row) is { } country ? evidence with { Country = country } : null;
            case "R6.5" or "R6.6" or "R6.7" or "R6.10" or "R6.11":
                var item = row.Text("item");
                return item.Length > 0 && Country(row) is { } place
                    ? evidence with
                    {
                        Item = item,
                        Country = place,
                    }
                    : null;
            case "R6.9":
                var kind = row.Text("item");
                return ReferenceTables.MarketKinds.Contains(kind)
                    ? evidence with
                    {
                        Item = kind,
                    }
                    : null;
            case "R6.12":
                var language = row.Text("item").ToLowerInvariant();
                return ReferenceTables.Languages.Contains(language)
                    ? evidence with
                    {
                        Item = language,
                    }
                    : null;
            default:
                return null;
        }
    }

    /// <summary>A destination: IR is none.</summary>
    private static string? Country(InputRow row)
    {
        var country = row.Text("country");
        return ReferenceTables.Countries.Contains(country) && country != "IR" ? country : null;
    }
}
