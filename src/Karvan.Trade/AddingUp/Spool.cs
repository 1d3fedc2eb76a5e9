using System.Runtime.CompilerServices;
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
            if (block.Slab is { } slab)
            {
                yield return new ArraySegment<T>(slab, (int)block.Place, block.Count);
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
            if (block.Slab is not null)
            {
                budget.GiveBack(Writer.BlockBytes);
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

    private void Add(int partition, ArraySegment<T> records, bool held)
    {
        lock (gate)
        {
            if (held)
            {
                blocks[partition].Add(new Block(records.Array, records.Count, records.Offset));
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
            var bytes = MemoryMarshal.AsBytes(records.AsSpan());
            RandomAccess.Write(file.SafeFileHandle, bytes, fileLength);
            blocks[partition].Add(new Block(null, records.Count, fileLength));
            fileLength += bytes.Length;
        }
    }

    /// <param name="Slab">Null for a block in the file.</param>
    /// <param name="Place">First record in the slab, or first byte in the file.</param>
    private readonly record struct Block(T[]? Slab, int Count, long Place);

    /// <summary>One thread's open blocks. Blocks are cut from large slabs, which the collector never moves.</summary>
    internal sealed class Writer
    {
        public const int BlockBytes = 1 << 14;

        private const int BlocksPerSlab = 64;

        private static readonly int BlockRecords = Math.Max(1, BlockBytes / RecordBytes);

        private readonly Spool<T> spool;
        private readonly Open[] open;
        private T[] slab = [];
        private int used;

        public Writer(Spool<T> spool)
        {
            this.spool = spool;
            open = new Open[spool.Partitions];
            // A full block that is none: the first record opens one.
            Array.Fill(open, new Open { Count = BlockRecords });
        }

        public void Add(int partition, in T record)
        {
            ref var block = ref open[partition];
            if (block.Count == BlockRecords)
            {
                Turn(partition);
            }
            // No bounds check: it would read the slab's header, far away from where the record goes.
            Unsafe.Add(
                ref MemoryMarshal.GetArrayDataReference(block.Slab!),
                block.Start + block.Count
            ) = record;
            block.Count++;
        }

        public void Flush()
        {
            for (var p = 0; p < open.Length; p++)
            {
                if (open[p].Slab is { } records)
                {
                    spool.Add(
                        p,
                        new ArraySegment<T>(records, open[p].Start, open[p].Count),
                        open[p].Held
                    );
                }
                open[p] = new Open { Count = BlockRecords };
            }
        }

        private void Turn(int partition)
        {
            ref var block = ref open[partition];
            if (block.Slab is { } full)
            {
                spool.Add(
                    partition,
                    new ArraySegment<T>(full, block.Start, BlockRecords),
                    block.Held
                );
            }
            block.Count = 0;
            // A block that went to the file can be filled again.
            if (block.Slab is not null && !block.Held)
            {
                return;
            }
            if (used == slab.Length)
            {
                slab = GC.AllocateUninitializedArray<T>(BlockRecords * BlocksPerSlab);
                used = 0;
            }
            block.Slab = slab;
            block.Start = used;
            block.Held = spool.budget.Take(BlockBytes);
            used += BlockRecords;
        }

        private struct Open
        {
            public T[]? Slab;
            public int Start;
            public int Count;
            public bool Held;
        }
    }
}
