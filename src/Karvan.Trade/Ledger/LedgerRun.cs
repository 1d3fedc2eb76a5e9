using Karvan.Trade.AddingUp;
using Karvan.Trade.Files;

namespace Karvan.Trade.Ledger;

/// <summary>
/// Makes of the lines of one file what is kept of it: sorted by exporter, equal lines once, and those rejected in which an
/// exporter says different things under one key. The same set of lines gives the same bytes, whatever their order and however many
/// threads read them.
/// </summary>
/// <param name="log">Gets the conflicts.</param>
/// <param name="declarationColumn">The file's name of the column with the declaration number.</param>
/// <param name="memoryBytes">What lines laid aside may take before they go to a temporary file.</param>
public sealed class LedgerRun(
    RejectionLog log,
    string declarationColumn,
    long memoryBytes = 256L << 20
) : IDisposable
{
    /// <summary>Ten million lines make parts of twenty thousand.</summary>
    public const int Parts = 512;

    private readonly LineSpool lines = new(Parts, new SpoolBudget(memoryBytes / 2));
    private readonly Spool<KeyPrint> prints = new(
        KeyPrint.Partitions,
        new SpoolBudget(memoryBytes / 2)
    );
    private readonly List<Sink> sinks = [];
    private readonly Lock gate = new();

    /// <summary>For one reading thread.</summary>
    public ILineSink NewSink()
    {
        var sink = new Sink(lines.NewWriter(), prints.NewWriter());
        lock (gate)
        {
            sinks.Add(sink);
        }
        return sink;
    }

    /// <summary>After all lines were taken: the parts in their order, made ahead by several threads.</summary>
    /// <param name="threads">0: one a processor.</param>
    public IEnumerable<LedgerPart> Settle(int threads = 0, CancellationToken cancellation = default)
    {
        foreach (var sink in sinks)
        {
            sink.Flush();
        }
        var crossed = CrossedKeys.Find(prints, cancellation);
        prints.Dispose();
        var ahead = threads > 0 ? threads : Environment.ProcessorCount;
        var coming = new Queue<Task<LedgerPart>>();
        for (var part = 0; part < Parts || coming.Count > 0; )
        {
            while (part < Parts && coming.Count < ahead)
            {
                var number = part++;
                coming.Enqueue(
                    Task.Run(
                        () => new PartSettling(log, declarationColumn, crossed).Run(lines, number),
                        cancellation
                    )
                );
            }
            yield return coming.Dequeue().GetAwaiter().GetResult();
        }
    }

    public void Dispose()
    {
        prints.Dispose();
        lines.Dispose();
    }

    /// <summary>Where the lines of an exporter go.</summary>
    private static int PartOf(long exporter) =>
        (int)((ulong)exporter * 0x9E3779B97F4A7C15 >> 32) & (Parts - 1);

    private sealed class Sink(LineSpool.LineWriter lines, Spool<KeyPrint>.RecordWriter prints)
        : ILineSink
    {
        public void Take(in ReadLine line)
        {
            var exporter = PackedLine.PackDigits(line.Exporter);
            lines.Add(PartOf(exporter), line, exporter);
            var print = KeyPrint.Of(line.Import, line.Declaration, line.LineNumber, exporter);
            prints.Add(print.Partition, print);
        }

        public void Flush()
        {
            lines.Flush();
            prints.Flush();
        }
    }
}
