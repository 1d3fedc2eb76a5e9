using System.Buffers;
using Karvan.Trade.AddingUp;
using Karvan.Trade.Files;

namespace Karvan.Trade.Ledger;

/// <summary>
/// Lines of any length laid aside by partition, to be read back a partition at a time. Beyond the budget they go to a
/// temporary file, so that memory stays bounded however large a file is.
/// </summary>
internal sealed class LineSpool(int partitions, SpoolBudget budget) : IDisposable
{
    private const int BlockBytes = 1 << 14;

    private readonly List<Block>[] blocks =
    [
        .. Enumerable.Range(0, partitions).Select(_ => new List<Block>()),
    ];
    private readonly Lock gate = new();
    private TemporaryFile? file;

    public int Partitions => partitions;

    public LineWriter NewWriter() => new(this);

    /// <summary>Reads a partition once, in no particular order, and gives its memory back.</summary>
    public void Take(int partition, PackedLines into)
    {
        foreach (var block in blocks[partition])
        {
            var bytes = block.Held ?? ArrayPool<byte>.Shared.Rent(block.Length);
            if (block.Held is null)
            {
                file!.Read(bytes.AsSpan(0, block.Length), block.Place);
            }
            else
            {
                budget.GiveBack(BlockBytes);
            }
            Unpack(bytes.AsSpan(0, block.Length), into);
            ArrayPool<byte>.Shared.Return(bytes);
        }
        blocks[partition] = [];
    }

    public void Dispose() => file?.Dispose();

    private static void Unpack(ReadOnlySpan<byte> bytes, PackedLines into)
    {
        for (var at = 0; at < bytes.Length; )
        {
            PackedLine line = default;
            line.SourceLine = (long)Varint.Read(bytes, ref at);
            var length = (int)Varint.Read(bytes, ref at);
            (line.DeclarationStart, line.DeclarationLength) = into.Text(
                0,
                0,
                bytes.Slice(at, length)
            );
            at += length;
            var number = Varint.Read(bytes, ref at);
            (line.LineNumber, line.Import) = ((int)(number >> 1), (number & 1) != 0);
            line.Day = (int)Varint.Read(bytes, ref at);
            line.Exporter = (long)Varint.Read(bytes, ref at);
            line.HsCode = (long)Varint.Read(bytes, ref at);
            line.Country = Varint.ReadPair(bytes, ref at);
            line.Cents = (long)Varint.Read(bytes, ref at);
            line.Grams = (long)Varint.Read(bytes, ref at);
            line.Currency = (uint)Varint.Read(bytes, ref at);
            line.Amount = line.Currency == 0 ? 0 : (long)Varint.Read(bytes, ref at);
            into.Add(line);
        }
    }

    private void Add(int partition, byte[] bytes, int length)
    {
        lock (gate)
        {
            if (budget.Take(BlockBytes))
            {
                blocks[partition].Add(new Block(bytes, length, 0));
                return;
            }
            file ??= new TemporaryFile();
            var place = file.Append(bytes.AsSpan(0, length));
            blocks[partition].Add(new Block(null, length, place));
        }
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <param name="Held">Null for a block in the file.</param>
    private readonly record struct Block(byte[]? Held, int Length, long Place);

    /// <summary>One thread's open blocks.</summary>
    internal sealed class LineWriter(LineSpool spool)
    {
        /// <summary>More than a line takes: its numbers, and a declaration of 64 characters.</summary>
        private const int LongestLine = 12 * Varint.Longest + 64 * 4;

        private readonly (byte[]? Bytes, int Length)[] open = new (byte[]?, int)[spool.Partitions];

        public void Add(int partition, in ReadLine line, long exporter)
        {
            ref var block = ref open[partition];
            if (block.Bytes is null || BlockBytes - block.Length < LongestLine)
            {
                Close(partition);
                block = (ArrayPool<byte>.Shared.Rent(BlockBytes), 0);
            }
            var into = block.Bytes.AsSpan(block.Length);
            var at = Varint.Write(into, (ulong)line.SourceLine);
            at += Varint.Write(into[at..], (ulong)line.Declaration.Length);
            line.Declaration.CopyTo(into[at..]);
            at += line.Declaration.Length;
            at += Varint.Write(into[at..], (ulong)line.LineNumber << 1 | (line.Import ? 1UL : 0));
            at += Varint.Write(into[at..], (ulong)line.Day);
            at += Varint.Write(into[at..], (ulong)exporter);
            at += Varint.Write(into[at..], (ulong)PackedLine.PackDigits(line.HsCode));
            line.Country.CopyTo(into[at..]);
            at += line.Country.Length;
            at += Varint.Write(into[at..], (ulong)line.ValueCents);
            at += Varint.Write(into[at..], (ulong)line.WeightGrams);
            at += Varint.Write(into[at..], PackedLine.PackLetters(line.Currency));
            if (!line.Currency.IsEmpty)
            {
                at += Varint.Write(into[at..], (ulong)line.AmountHundredths);
            }
            block.Length += at;
        }

        public void Flush()
        {
            for (var p = 0; p < open.Length; p++)
            {
                Close(p);
            }
        }

        private void Close(int partition)
        {
            if (open[partition] is ({ } bytes, var length))
            {
                spool.Add(partition, bytes, length);
            }
            open[partition] = default;
        }
    }
}
