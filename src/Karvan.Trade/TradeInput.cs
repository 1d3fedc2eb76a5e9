using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Inputs;

namespace Karvan.Trade;

/// <summary>What was read from an input folder: the facts, and what became of every row.</summary>
/// <param name="Tallies">One a file: exporters, declarations in name order, evidence, compliance.</param>
/// <param name="Log">The rejections; their file numbers are places in <paramref name="Tallies"/>.</param>
public sealed record TradeInput(
    ExporterFacts Facts,
    IReadOnlyList<FileTally> Tallies,
    RejectionLog Log
) : IDisposable
{
    public bool AnyRejected => Tallies.Any(t => t.Rejected > 0);

    /// <param name="progress">Told the bytes (unpacked) and customs lines read so far, from any thread.</param>
    /// <exception cref="UnusableInputException">A file or column is missing or damaged.</exception>
    public static TradeInput Read(
        InputFolder folder,
        Rulebook book,
        FactPlan plan,
        ReadingOptions? options = null,
        Action<long, long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var declarations = folder.Declarations.Count;
        var exporters = new RowSink(folder.Exporters, 0);
        var evidence = new RowSink(folder.Evidence, declarations + 1);
        var compliance = new RowSink(folder.Compliance, declarations + 2);
        var roster = ExportersFile.Read(folder.Exporters, book, exporters, cancellation);
        var firms = new FirmIndex(roster);
        var log = new RejectionLog();
        try
        {
            var rows = new EvidenceFile(book, roster, firms).Read(
                folder.Evidence,
                evidence,
                cancellation
            );
            var known = ComplianceFile.Read(
                folder.Compliance,
                roster,
                firms,
                compliance,
                cancellation
            );
            var trade = DeclarationRun.Read(
                folder.Declarations,
                1,
                book,
                plan,
                roster,
                firms,
                options ?? new ReadingOptions(),
                log,
                out var tallies,
                progress,
                cancellation
            );
            foreach (var sink in new[] { exporters, evidence, compliance })
            {
                sink.WriteTo(log);
            }
            return new TradeInput(
                new ExporterFacts(roster, trade, rows, known),
                [exporters.Tally, .. tallies, evidence.Tally, compliance.Tally],
                log
            );
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public void Dispose() => Log.Dispose();
}
