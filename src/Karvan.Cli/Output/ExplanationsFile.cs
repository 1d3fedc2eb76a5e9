using System.Runtime.ExceptionServices;
using Karvan.Rules.Explanations;
using Karvan.Rules.Scoring;
using Karvan.Rules.Text;
using Microsoft.Win32.SafeHandles;

namespace Karvan.Cli.Output;

/// <summary>
/// Writes <c>explanations.jsonl</c>, one exporter a line, by id. Several threads make batches of lines; each learns
/// its place in the file from the batch before it, so that the bytes do not depend on the threads.
/// </summary>
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
    )
    {
        using var file = File.OpenHandle(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None
        );
        var batches = (sheet.Firms + FirmsPerBatch - 1) / FirmsPerBatch;
        var turn = new Turn();
        var next = -1;
        var done = 0L;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            Parallel.For(
                0,
                Environment.ProcessorCount,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                _ =>
                {
                    try
                    {
                        WriteBatches(
                            file,
                            sheet,
                            standings,
                            turn,
                            () => Interlocked.Increment(ref next),
                            batches,
                            firms => progress?.Invoke(Interlocked.Add(ref done, firms)),
                            stop.Token
                        );
                    }
                    catch
                    {
                        // The others wait for their turn after this batch, which will never come.
                        stop.Cancel();
                        throw;
                    }
                }
            );
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            var cause =
                e.Flatten().InnerExceptions.FirstOrDefault(i => i is not OperationCanceledException)
                ?? e;
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    private static void WriteBatches(
        SafeFileHandle file,
        ScoreSheet sheet,
        Standings standings,
        Turn turn,
        Func<int> next,
        int batches,
        Action<int> written,
        CancellationToken stop
    )
    {
        var writer = new ExplanationWriter(sheet, standings);
        var text = new Utf8Text();
        for (var batch = next(); batch < batches; batch = next())
        {
            stop.ThrowIfCancellationRequested();
            text.Clear();
            var (from, to) = (
                batch * FirmsPerBatch,
                Math.Min(sheet.Firms, (batch + 1) * FirmsPerBatch)
            );
            for (var firm = from; firm < to; firm++)
            {
                writer.Write(firm, text);
            }
            RandomAccess.Write(file, text.Written, turn.Take(batch, text.Length, stop));
            written(to - from);
        }
    }

    /// <summary>Gives each batch its place in the file, in the order of batches.</summary>
    private sealed class Turn
    {
        private readonly Lock gate = new();
        private readonly Dictionary<int, int> lengths = [];
        private readonly Dictionary<int, long> places = new() { [0] = 0 };

        public long Take(int batch, int length, CancellationToken cancellation)
        {
            lock (gate)
            {
                lengths[batch] = length;
                for (
                    var b = batch;
                    places.TryGetValue(b, out var place) && lengths.TryGetValue(b, out var known);
                    b++
                )
                {
                    places[b + 1] = place + known;
                    lengths.Remove(b);
                }
            }
            var spin = new SpinWait();
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                lock (gate)
                {
                    if (places.TryGetValue(batch, out var place))
                    {
                        return place;
                    }
                }
                spin.SpinOnce();
            }
        }
    }
}
