using System.Runtime.ExceptionServices;
using Karvan.Rules.Text;
using Microsoft.Win32.SafeHandles;

namespace Karvan.Trade.Outputs;

/// <summary>
/// Writes a file of many like rows. Several threads make batches of rows; each learns its place in the file from the
/// batch before it, so that the bytes do not depend on the threads.
/// </summary>
public static class OrderedBatches
{
    /// <summary>Writes the rows from the first number up to, but without, the second.</summary>
    public delegate void RowWriter(int from, int to, Utf8Text text);

    /// <param name="head">What stands before the first row.</param>
    /// <param name="progress">Told how many rows were made, from any thread.</param>
    /// <param name="newWriter">Makes one writer a thread, so that it may keep room of its own.</param>
    public static void Write(
        string path,
        Utf8Text head,
        int rows,
        int rowsPerBatch,
        Action<long>? progress,
        Func<RowWriter> newWriter,
        CancellationToken cancellation
    )
    {
        using var file = File.OpenHandle(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None
        );
        RandomAccess.Write(file, head.Written, 0);
        var turn = new Turn(head.Length);
        var next = -1;
        var done = 0L;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void Batches()
        {
            var batches = (rows + rowsPerBatch - 1) / rowsPerBatch;
            var writer = newWriter();
            var text = new Utf8Text();
            for (
                var batch = Interlocked.Increment(ref next);
                batch < batches;
                batch = Interlocked.Increment(ref next)
            )
            {
                stop.Token.ThrowIfCancellationRequested();
                text.Clear();
                var from = batch * rowsPerBatch;
                var to = Math.Min(rows, from + rowsPerBatch);
                writer(from, to, text);
                RandomAccess.Write(file, text.Written, turn.Take(batch, text.Length, stop.Token));
                progress?.Invoke(Interlocked.Add(ref done, to - from));
            }
        }
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
                        Batches();
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

    /// <summary>Gives each batch its place in the file, in the order of batches.</summary>
    private sealed class Turn(long first)
    {
        private readonly Lock gate = new();
        private readonly Dictionary<int, int> lengths = [];
        private readonly Dictionary<int, long> places = new() { [0] = first };

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
