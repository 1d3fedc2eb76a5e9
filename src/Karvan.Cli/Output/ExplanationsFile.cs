using Karvan.Rules.Explanations;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;

namespace Karvan.Cli.Output;

/// <summary>Writes <c>explanations.jsonl</c>, one exporter a line, by id.</summary>
internal static class ExplanationsFile
{
    private const int FirmsPerBatch = 128;

    public static void Write(
        string path,
        ScoreSheet sheet,
        Standings standings,
        CancellationToken cancellation
    ) =>
        OrderedBatches.Write(
            path,
            new Utf8Text(),
            sheet.Firms,
            FirmsPerBatch,
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
