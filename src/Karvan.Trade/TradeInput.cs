using System.Runtime.ExceptionServices;
using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Inputs;
using Karvan.Trade.Sources;

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

    /// <param name="progress">Told from any thread how many bytes of the declaration files are used up, and customs lines read.</param>
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
            EvidenceRows? rows = null;
            Compliance[]? known = null;
            TradeFacts? trade = null;
            FileTally[]? tallies = null;
            Together(
                () =>
                {
                    rows = new EvidenceFile(book, roster, firms).Read(
                        folder.Evidence,
                        evidence,
                        cancellation
                    );
                    known = ComplianceFile.Read(
                        folder.Compliance,
                        roster,
                        firms,
                        compliance,
                        cancellation
                    );
                },
                () =>
                    trade = DeclarationRun.Read(
                        folder.Declarations,
                        1,
                        book,
                        plan,
                        roster,
                        firms,
                        options ?? new ReadingOptions(),
                        log,
                        out tallies,
                        progress,
                        cancellation
                    )
            );
            foreach (var sink in new[] { exporters, evidence, compliance })
            {
                sink.WriteTo(log);
            }
            return new TradeInput(
                new ExporterFacts(roster, trade!, rows!, known!),
                [exporters.Tally, .. tallies!, evidence.Tally, compliance.Tally],
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

    /// <summary>Runs both; when both fail, the first one's failure is thrown, so that messages do not depend on luck.</summary>
    private static void Together(Action first, Action second)
    {
        var failures = new ExceptionDispatchInfo?[2];
        void Guarded(int place, Action action)
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                failures[place] = ExceptionDispatchInfo.Capture(e);
            }
        }
        var thread = new Thread(() => Guarded(0, first)) { IsBackground = true };
        thread.Start();
        Guarded(1, second);
        thread.Join();
        (failures[0] ?? failures[1])?.Throw();
    }
}
