using Karvan.Trade.Csv;
using Karvan.Trade.Declarations;
using Karvan.Trade.Files;
using Karvan.Trade.Ledger;
using Karvan.Trade.Mapping.Profiles;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Mapping.Reading;

/// <summary>Reads a customs file of whatever kind under a profile.</summary>
public static class MappedReading
{
    /// <summary>
    /// Hands every good line to a sink and every other row to the log. With one thread the lines come in the order of
    /// the file; with several, each sink gets whole pieces of the file. Where lines are counted, one thread reads.
    /// </summary>
    /// <param name="country">What a file calls a country → ISO 3166-1 alpha-2, or null; asked from several threads.</param>
    /// <param name="newSink">Called once a reading thread.</param>
    /// <param name="log">Gets the rejections, with file number 0, the file's own names of columns, and its text.</param>
    /// <param name="progress">Told from any thread how many bytes of the file on disk are used up, and rows read.</param>
    /// <exception cref="UnusableInputException">The file cannot be used, or the profile does not fit it.</exception>
    public static MappedTally Read(
        InputFile file,
        MappingProfile profile,
        Func<string, string?> country,
        Func<ILineSink> newSink,
        RejectionLog log,
        ReadingOptions? options = null,
        Action<long, long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new ReadingOptions();
        var plan = MappingPlan.Of(file, profile, options.MostUnpackedBytes, cancellation);
        var counter =
            profile.Declaration.Numbering is LineNumbering.Column ? null : new LineCounter();
        var threads =
            counter is not null ? 1
            : options.Threads > 0 ? options.Threads
            : Environment.ProcessorCount;
        using var source = new ChunkSource(file, plan.Start, options.BlockBytes);
        var tally = new FileTally(file.Name);
        var totals = new List<TotalsRow>();
        var sums = new AmountSums();
        var rows = 0L;
        new Workers(threads, cancellation).Run(
            (_, stop) =>
            {
                ILineSink sink;
                lock (totals)
                {
                    sink = newSink();
                }
                var reader = new MappedChunkReader(
                    plan,
                    new RowReader(plan, counter, country),
                    sink
                );
                var chunk = new Chunk();
                while (!stop.IsCancellationRequested && source.Next(chunk))
                {
                    var before = reader.Tally.Read;
                    log.Complete(chunk.Sequence, reader.Read(chunk));
                    var sum = Interlocked.Add(ref rows, reader.Tally.Read - before);
                    progress?.Invoke(source.BytesRead, sum);
                }
                lock (totals)
                {
                    tally.Add(reader.Tally);
                    totals.AddRange(reader.Totals);
                    sums.Add(reader.Sums);
                }
            }
        );
        return new(tally, [.. totals.OrderBy(t => t.Line).Take(MappedTally.MostTotals)], sums);
    }
}
