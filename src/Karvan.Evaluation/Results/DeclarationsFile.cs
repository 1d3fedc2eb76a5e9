using System.Globalization;
using System.Text;
using Karvan.Customs.Trade;
using Karvan.Trade.Ledger;

namespace Karvan.Evaluation.Results;

/// <summary>Writes the customs lines that count for the exporters of a campaign.</summary>
internal sealed class DeclarationsFile(ImportsInForce standing)
{
    private const string Header =
        "declaration_no,line_no,flow,date,exporter_id,hs_code,country,value_usd,net_weight_kg\n";

    /// <summary>Two firms may stand under one number of a declaration, given by two offices: what counts for one is no conflict with the other's.</summary>
    private readonly HashSet<(bool Import, string Declaration, int Line)> seen = [];

    public async Task Write(CampaignInput input, TextWriter into, CancellationToken cancellation)
    {
        await into.WriteAsync(Header.AsMemory(), cancellation);
        foreach (
            var province in input
                .Dossiers.GroupBy(d => d.Value.Province, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var imports = await standing.Imports(province.Key, cancellation);
            foreach (var exporter in province.Select(p => p.Key).Order(StringComparer.Ordinal))
            {
                var ledgers = await standing.Ledgers(
                    imports,
                    [.. input.Numbers[exporter]],
                    cancellation
                );
                var lines = ledgers
                    .OrderBy(l => l.Exporter, StringComparer.Ordinal)
                    .SelectMany(l => l.Ledger.Lines())
                    .Where(l => l.State is LineState.Counted or LineState.Corrected);
                var text = new StringBuilder();
                foreach (var line in lines)
                {
                    Add(text, line.Line, exporter);
                }
                await into.WriteAsync(text, cancellation);
            }
        }
    }

    private void Add(StringBuilder text, LedgerLine line, string exporter)
    {
        var declaration = line.Declaration;
        for (var again = 2; !seen.Add((line.Import, declaration, line.LineNumber)); again++)
        {
            declaration = FormattableString.Invariant($"{line.Declaration}#{again}");
        }
        InputLines.Add(
            text,
            declaration,
            line.LineNumber.ToString(CultureInfo.InvariantCulture),
            line.Import ? "import" : "export",
            line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            exporter,
            line.HsCode,
            line.Country,
            (line.ValueCents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            (line.WeightGrams / 1000m).ToString("0.000", CultureInfo.InvariantCulture)
        );
    }
}
