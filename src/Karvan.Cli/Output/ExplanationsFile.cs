using Karvan.Rules.Explanations;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;
using Karvan.Trade.Outputs;

namespace Karvan.Cli.Output;

/// <summary>Writes <c>explanations.jsonl</c>, one exporter a line, by id.</summary>
internal static class ExplanationsFile
{
    private const int FirmsPerBatch = 128;

    /// <param name="progress">Told from any thread how many exporters are written.</param>
    public static void Write(
        string path,
        ScoreSheet sheet,
        Standings standings,
        Action<long>? progress,
        CancellationToken cancellation
    ) =>
        OrderedBatches.Write(
            path,
            new Utf8Text(),
            sheet.Firms,
            FirmsPerBatch,
            progress,
            () =>
            {
                var writer = new ExplanationWriter(sheet, standings);
                return (from, to, text) =>
                {
                    for (var firm = from; firm < to; firm++)
                    {
                        writer.Write(firm, text);
                    }
                };
            },
            cancellation
        );
}
