using Karvan.Rules.Facts;
using Karvan.Rules.Rulebooks;
using Karvan.Trade.AddingUp;
using Karvan.Trade.Csv;
using Karvan.Trade.Files;
using Karvan.Trade.Sources;

namespace Karvan.Trade.Declarations;

/// <summary>How customs files are read.</summary>
/// <param name="Threads">0: one a processor.</param>
/// <param name="MemoryBytes">What lines laid aside may take before they go to a temporary file.</param>
/// <param name="BlockBytes">How much of a file is cut at a time.</param>
/// <param name="MostUnpackedBytes">What a packed file may unpack to where a mapping reads it; more is refused.</param>
/// <param name="CarefulOnly">Every line goes the slow way; for tests that hold the two ways together.</param>
public sealed record ReadingOptions(
    int Threads = 0,
    long MemoryBytes = 600L << 20,
    int BlockBytes = 1 << 19,
    bool CarefulOnly = false,
    long MostUnpackedBytes = 64L << 30
);

/// <summary>Reads declaration files and adds them up: validated, duplicates found, other years counted, sums exact.</summary>
internal static class DeclarationRun
{
    private const int PartitionsAtATime = 4;

    /// <param name="firstFile">The number rejections give to the first of <paramref name="files"/>.</param>
    /// <param name="tallies">Gets one tally a file.</param>
    /// <param name="progress">Told the bytes on disk and lines read so far.</param>
    /// <exception cref="UnusableInputException">A file cannot be used.</exception>
    public static TradeFacts Read(
        IReadOnlyList<InputFile> files,
        int firstFile,
        Rulebook book,
        FactPlan plan,
        Roster roster,
        FirmIndex firms,
        ReadingOptions options,
        RejectionLog log,
        out FileTally[] tallies,
        Action<long, long>? progress,
        CancellationToken cancellation
    )
    {
        if (files.Count >= LineLocation.MostFiles)
        {
            throw new UnusableInputException(
                $"declarations: found {files.Count} files, expected fewer than {LineLocation.MostFiles}; join some of them"
            );
        }
        var workers = new Workers(
            options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
            cancellation
        );
        var budget = new SpoolBudget(options.MemoryBytes);
        using var keys = new Spool<KeyRecord>(RepeatedHashes.Partitions, budget);
        using var records = new Spool<LineRecord>(LineSums.PartitionCount(roster.Count), budget);
        var rules = new LineRules(plan.Years);
        var (chunks, counted) = ReadChunks(
            files,
            firstFile,
            workers,
            options,
            rules,
            firms,
            keys,
            records,
            log,
            progress
        );
        tallies = counted;

        var repeated = new RepeatedLines(files, firstFile, chunks, rules, firms, counted, log);
        Settle(keys, repeated, workers);
        keys.Dispose();

        var sums = new LineSums(book, plan, roster);
        workers.Each(
            records.Partitions,
            p =>
            {
                sums.Add(p, records.Read(p), repeated.TakenOut.GetValueOrDefault(p) ?? []);
                records.Drop(p);
            }
        );
        records.Dispose();
        return sums.Finish();
    }

    private static (List<ChunkPlace> Chunks, FileTally[] Tallies) ReadChunks(
        IReadOnlyList<InputFile> files,
        int firstFile,
        Workers workers,
        ReadingOptions options,
        LineRules rules,
        FirmIndex firms,
        Spool<KeyRecord> keys,
        Spool<LineRecord> records,
        RejectionLog log,
        Action<long, long>? progress
    )
    {
        using var source = new ChunkSource(files, DeclarationColumns.Names, options.BlockBytes);
        var tallies = files.Select(f => new FileTally(f.Name)).ToArray();
        var chunks = new List<ChunkPlace>();
        var lines = 0L;
        workers.Run(
            (_, stop) =>
            {
                var (keyWriter, recordWriter) = (keys.NewWriter(), records.NewWriter());
                var own = files.Select(f => new FileTally(f.Name)).ToArray();
                var reader = new ChunkReader(
                    rules,
                    firms,
                    keyWriter,
                    recordWriter,
                    own,
                    firstFile,
                    options.CarefulOnly
                );
                var places = new List<ChunkPlace>();
                var chunk = new Chunk();
                while (!stop.IsCancellationRequested && source.Next(chunk))
                {
                    var before = own[chunk.File].Read;
                    log.Complete(chunk.Sequence, reader.Read(chunk));
                    places.Add(
                        new ChunkPlace(
                            chunk.File,
                            chunk.Offset,
                            chunk.End - chunk.Start,
                            chunk.FirstLine,
                            chunk.Layout
                        )
                    );
                    var sum = Interlocked.Add(ref lines, own[chunk.File].Read - before);
                    progress?.Invoke(source.BytesRead, sum);
                }
                keyWriter.Flush();
                recordWriter.Flush();
                lock (chunks)
                {
                    chunks.AddRange(places);
                    for (var f = 0; f < tallies.Length; f++)
                    {
                        tallies[f].Add(own[f]);
                    }
                }
            }
        );
        chunks.Sort((a, b) => (a.File, a.Offset).CompareTo((b.File, b.Offset)));
        return (chunks, tallies);
    }

    private static void Settle(Spool<KeyRecord> keys, RepeatedLines repeated, Workers workers)
    {
        var suspects = new List<KeyRecord>();
        // One a thread, kept from partition to partition: large arrays set the collector to work.
        var tables = new KeyRecord[workers.Threads][];
        Array.Fill(tables, []);
        for (var from = 0; from < keys.Partitions; from += PartitionsAtATime)
        {
            var next = from - 1;
            var to = from + PartitionsAtATime;
            workers.Run(
                (worker, stop) =>
                {
                    var found = new List<KeyRecord>();
                    for (
                        var p = Interlocked.Increment(ref next);
                        p < to;
                        p = Interlocked.Increment(ref next)
                    )
                    {
                        stop.ThrowIfCancellationRequested();
                        RepeatedHashes.Find(keys, p, found, ref tables[worker]);
                        keys.Drop(p);
                    }
                    lock (suspects)
                    {
                        suspects.AddRange(found);
                    }
                }
            );
            if (suspects.Count >= RepeatedLines.MostSuspects || to >= keys.Partitions)
            {
                repeated.Settle(suspects);
                suspects.Clear();
            }
        }
    }
}
