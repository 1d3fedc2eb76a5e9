namespace Karvan.Trade.Demo;

/// <summary>Writes <c>compliance.csv</c>: most firms are in order, and a few have no row yet.</summary>
internal static class DemoComplianceFile
{
    public const string Name = "compliance.csv";

    private const int AwaitingPerMille = 15;
    private const int SmugglingPerMille = 6;
    private const int ObligationOpenPerMille = 85;

    public static (int Rows, long Bytes) Write(string path, DemoOptions options, FirmRoster roster)
    {
        using var csv = new CsvBytes(
            path,
            "exporter_id,smuggling,fx_obligation_met,fx_return_ratio"
        );
        var rows = 0;
        for (var index = 0; index < roster.Firms.Length; index++)
        {
            var random = DemoRandom.For(options.Seed, DemoStage.Compliance, index);
            if (random.PerMille(AwaitingPerMille))
                continue;
            var smuggling = random.PerMille(SmugglingPerMille);
            var met = !random.PerMille(ObligationOpenPerMille);
            var perCent = (ulong)(
                met ? Math.Min(100, random.Between(82, 118)) : random.Between(0, 81)
            );
            ref readonly var firm = ref roster.Firms[index];
            csv.StartRow();
            csv.Padded(firm.Id, firm.IdDigits);
            csv.Ascii(smuggling ? ",true,"u8 : ",false,"u8);
            csv.Ascii(met ? "true,"u8 : "false,"u8);
            csv.Number(perCent / 100);
            csv.Ascii("."u8);
            csv.Padded(perCent % 100, 2);
            csv.EndRow();
            rows++;
        }
        csv.Dispose();
        return (rows, csv.Bytes);
    }
}
