using System.Runtime.InteropServices;
using Karvan.Trade.Files;

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
/// Each writing thread has its own <see cref="RecordWriter"/>.
/// </summary>
internal sealed unsafe class Spool<T>(int partitions, SpoolBudget budget) : IDisposable
    where T : unmanaged
{
    private readonly List<Block>[] blocks =
    [
        .. Enumerable.Range(0, partitions).Select(_ => new List<Block>()),
    ];
    private readonly SpoolBudget budget = budget;
    private readonly Lock gate = new();
    private readonly List<NativeSlab<T>> slabs = [];
    private TemporaryFile? file;

    public int Partitions => partitions;

    public static int RecordBytes => sizeof(T);

    public RecordWriter NewWriter() => new(this);

    /// <summary>How many records a partition holds, after all writers were flushed.</summary>
    public long Count(int partition) => blocks[partition].Sum(b => (long)b.Count);

    /// <summary>Reads a partition, block by block, in no particular order.</summary>
    public IEnumerable<ReadOnlyMemory<T>> Read(int partition)
    {
        foreach (var block in blocks[partition])
        {
            if (block.Slab is { } slab)
            {
                yield return slab.Memory.Slice((int)block.Place, block.Count);
            }
            else
            {
                var back = new T[block.Count];
                file!.Read(MemoryMarshal.AsBytes(back.AsSpan()), block.Place);
                yield return back;
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
                budget.GiveBack(RecordWriter.BlockBytes);
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
        foreach (IDisposable slab in slabs)
        {
            slab.Dispose();
        }
        slabs.Clear();
        file?.Dispose();
    }

    private NativeSlab<T> NewSlab()
    {
        var slab = new NativeSlab<T>();
        lock (gate)
        {
            slabs.Add(slab);
        }
        return slab;
    }

    private void Add(int partition, Block block, bool held)
    {
        lock (gate)
        {
            if (held)
            {
                blocks[partition].Add(block);
                return;
            }
            file ??= new TemporaryFile();
            var records = block.Slab!.GetSpan().Slice((int)block.Place, block.Count);
            var place = file.Append(MemoryMarshal.AsBytes(records));
            blocks[partition].Add(new Block(null, block.Count, place));
        }
    }

    /// <param name="Slab">Null for a block in the file.</param>
    /// <param name="Place">First record in the slab, or first byte in the file.</param>
    private readonly record struct Block(NativeSlab<T>? Slab, int Count, long Place);

    /// <summary>One thread's open blocks. Blocks are cut from large slabs.</summary>
    internal sealed class RecordWriter
    {
        public const int BlockBytes = 1 << 14;

        private static readonly int BlockRecords = Math.Max(1, BlockBytes / RecordBytes);
        private static readonly int SlabRecords =
            NativeSlab<T>.Bytes / RecordBytes / BlockRecords * BlockRecords;

        private readonly Spool<T> spool;
        private readonly Open[] open;
        private NativeSlab<T>? slab;
        private int used;

        public RecordWriter(Spool<T> spool)
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
            block.First[block.Count++] = record;
        }

        public void Flush()
        {
            for (var p = 0; p < open.Length; p++)
            {
                if (open[p].Slab is not null)
                {
                    spool.Add(p, open[p].Block, open[p].Held);
                }
                open[p] = new Open { Count = BlockRecords };
            }
        }

        private void Turn(int partition)
        {
            ref var block = ref open[partition];
            if (block.Slab is not null)
            {
                spool.Add(partition, block.Block, block.Held);
            }
            block.Count = 0;
            // A block that went to the file can be filled again.
            if (block.Slab is not null && !block.Held)
            {
                return;
            }
            if (slab is null || used == SlabRecords)
            {
                slab = spool.NewSlab();
                used = 0;
            }
            block.Slab = slab;
            block.Start = used;
            block.First = slab.Records + used;
            block.Held = spool.budget.Take(BlockBytes);
            used += BlockRecords;
        }

        private struct Open
        {
            public T* First;
            public NativeSlab<T>? Slab;
            public int Start;
            public int Count;
            public bool Held;

            public readonly Block Block => new(Slab, Count, Start);
        }
    }
}
