using System.Runtime.InteropServices;

namespace Karvan.Trade.AddingUp;

/// <summary>How much all spools of a run may hold in memory before they write to a temporary file.</summary>
internal sealed class SpoolBudget(long bytes)
{
    private long used;

    /// <returns>Whether so much more may be held.</returns>
    public bool Take(long more)
    {
        if (Interlocked.Add(ref used, more) <= bytes)
        {
            return true;
        }
        Interlocked.Add(ref used, -more);
        return false;
    }

    public void GiveBack(long less) => Interlocked.Add(ref used, -less);
}

/// <summary>
/// Records laid aside by partition, to be read back a partition at a time: partitions fit the processor's cache
/// where the whole does not. Beyond the budget blocks go to a temporary file, so that memory stays bounded.
/// Each writing thread has its own <see cref="Writer"/>.
/// </summary>
internal sealed class Spool<T>(int partitions, SpoolBudget budget) : IDisposable
    where T : unmanaged
{
    private readonly List<Block>[] blocks =
    [
        .. Enumerable.Range(0, partitions).Select(_ => new List<Block>()),
    ];
    private readonly SpoolBudget budget = budget;
    private readonly Lock gate = new();
    private FileStream? file;
    private long fileLength;

    public int Partitions => partitions;

    public static unsafe int RecordBytes => sizeof(T);

    public Writer NewWriter() => new(this);

    /// <summary>How many records a partition holds, after all writers were flushed.</summary>
    public long Count(int partition) => blocks[partition].Sum(b => (long)b.Count);

    /// <summary>Reads a partition, block by block, in no particular order.</summary>
    public IEnumerable<ArraySegment<T>> Read(int partition)
    {
        foreach (var block in blocks[partition])
        {
            if (block.Records is { } records)
            {
                yield return new ArraySegment<T>(records, 0, block.Count);
            }
            else
            {
                var back = new T[block.Count];
                ReadBack(MemoryMarshal.AsBytes(back.AsSpan()), block.Place);
                yield return new ArraySegment<T>(back);
            }
        }
    }

    /// <summary>Forgets a partition that was read for the last time.</summary>
    public void Drop(int partition)
    {
        foreach (var block in blocks[partition])
        {
            if (block.Records is { } records)
            {
                budget.GiveBack((long)records.Length * RecordBytes);
            }
        }
        blocks[partition].Clear();
    }

    public void Dispose()
    {
        for (var p = 0; p < partitions; p++)
        {
            Drop(p);
        }
        file?.Dispose();
    }

    private void ReadBack(Span<byte> bytes, long place)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file!.SafeFileHandle, bytes, place);
            if (read == 0)
            {
                throw new EndOfStreamException(
                    "A temporary file ended before what was written to it."
                );
            }
            bytes = bytes[read..];
            place += read;
        }
    }

    private void Add(int partition, T[] records, int count, bool held)
    {
        lock (gate)
        {
            if (held)
            {
                blocks[partition].Add(new Block(records, count, 0));
                return;
            }
            file ??= new FileStream(
                Path.Combine(Path.GetTempPath(), "karvan-" + Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            var bytes = MemoryMarshal.AsBytes(records.AsSpan(0, count));
            RandomAccess.Write(file.SafeFileHandle, bytes, fileLength);
            blocks[partition].Add(new Block(null, count, fileLength));
            fileLength += bytes.Length;
        }
    }

    private readonly record struct Block(T[]? Records, int Count, long Place);

    /// <summary>One thread's open blocks.</summary>
    internal sealed class Writer(Spool<T> spool)
    {
        private const int BlockBytes = 1 << 14;

        private static readonly int BlockRecords = Math.Max(1, BlockBytes / RecordBytes);

        private readonly T[][] open = new T[spool.Partitions][];
        private readonly int[] counts = new int[spool.Partitions];
        private readonly bool[] held = new bool[spool.Partitions];

        public void Add(int partition, in T record)
        {
            var block = open[partition];
            var count = counts[partition];
            if (block is null || count == block.Length)
            {
                block = Turn(partition);
                count = 0;
            }
            block[count] = record;
            counts[partition] = count + 1;
        }

        public void Flush()
        {
            for (var p = 0; p < open.Length; p++)
            {
                if (counts[p] > 0)
                {
                    spool.Add(p, open[p], counts[p], held[p]);
                }
                open[p] = null!;
                counts[p] = 0;
            }
        }

        private T[] Turn(int partition)
        {
            var block = open[partition];
            if (block is not null)
            {
                spool.Add(partition, block, counts[partition], held[partition]);
            }
            // A block that went to the file can be filled again.
            if (block is null || held[partition])
            {
                block = GC.AllocateUninitializedArray<T>(BlockRecords);
                held[partition] = spool.budget.Take((long)BlockRecords * RecordBytes);
            }
            open[partition] = block;
            return block;
        }
    }
}
