using System.Numerics;
using Karvan.Trade.AddingUp;

namespace Karvan.Trade.Ledger;

/// <summary>A line of an import that stands in another import under another exporter.</summary>
/// <param name="Exporter">10 or 11 digits; whose line it is here.</param>
/// <param name="Other">Whose it is there.</param>
public readonly record struct KeyMeeting(LineKey Key, string Exporter, string Other);

/// <summary>
/// Holds the lines of an import against those of others, one after the other: which of its keys stand there under another
/// exporter. Only lines whose key may meet are laid aside, and beyond the budget they go to a temporary file, so that memory
/// stays bounded however much is in force.
/// </summary>
/// <param name="lines">About how many lines the import has.</param>
/// <param name="memoryBytes">What lines laid aside may take before they go to a temporary file.</param>
public sealed class CrossingSearch(long lines, long memoryBytes = 128L << 20) : IDisposable
{
    /// <summary>Of the filter, for each line: one line in seventy of others is laid aside for nothing.</summary>
    private const int BitsOfALine = 16;
    private const int FewestBits = 1 << 10;
    private const int MostBits = 1 << 30;

    private static readonly ILookup<KeyPrint, long> NothingFound = Array
        .Empty<(KeyPrint Line, long Other)>()
        .ToLookup(f => f.Line, f => f.Other);

    private readonly ulong[] filter = new ulong[
        (int)
            BitOperations.RoundUpToPowerOf2(
                (uint)Math.Clamp(lines * BitsOfALine, FewestBits, MostBits)
            ) / 64
    ];
    private readonly SpoolBudget budget = new(memoryBytes / 2);
    private readonly Spool<KeyPrint> own = new(
        KeyPrint.Partitions,
        new SpoolBudget(memoryBytes / 2)
    );
    private readonly PackedLines unpacked = new();
    private readonly HashSet<(KeyPrint Line, long Other)> found = [];
    private ILookup<KeyPrint, long> others = NothingFound;
    private Spool<KeyPrint>.RecordWriter? ownWriter;
    private Spool<KeyPrint>? theirs;
    private Spool<KeyPrint>.RecordWriter? theirWriter;

    /// <summary>Takes a block of the import; all of them before any of another.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public void AddOwn(string exporter, ReadOnlySpan<byte> block)
    {
        ownWriter ??= own.NewWriter();
        foreach (var print in Prints(exporter, block))
        {
            ownWriter.Add(print.Partition, print);
            filter[Word(print.High)] |= 1UL << (int)(print.High & 63);
            filter[Word(print.Low)] |= 1UL << (int)(print.Low & 63);
        }
    }

    /// <summary>Takes a block of the import it is held against now.</summary>
    /// <exception cref="InvalidDataException">The bytes are no block.</exception>
    public void AddOther(string exporter, ReadOnlySpan<byte> block)
    {
        theirs ??= new Spool<KeyPrint>(KeyPrint.Partitions, budget);
        theirWriter ??= theirs.NewWriter();
        foreach (var print in Prints(exporter, block))
        {
            if (MayBeOwn(print))
            {
                theirWriter.Add(print.Partition, print);
            }
        }
    }

    /// <summary>After all blocks of one other import: finds where its lines meet those of the import, and forgets it.</summary>
    /// <param name="most">Stops when it has found more.</param>
    /// <returns>The exporters of the import that have such lines, and how many meetings there are.</returns>
    public (IReadOnlyList<string> Exporters, int Meetings) Meet(int most)
    {
        found.Clear();
        ownWriter?.Flush();
        theirWriter?.Flush();
        if (theirs is not null)
        {
            var (mine, there) = (new List<KeyPrint>(), new List<KeyPrint>());
            for (var p = 0; p < KeyPrint.Partitions && found.Count <= most; p++)
            {
                Fill(there, theirs, p);
                if (there.Count > 0)
                {
                    Fill(mine, own, p);
                    Meet(mine, there, most);
                }
            }
            theirs.Dispose();
        }
        (theirs, theirWriter) = (null, null);
        others = found.ToLookup(f => f.Line, f => f.Other);
        return (
            [.. found.Select(f => f.Line.Exporter).Distinct().Select(PackedLine.Digits)],
            found.Count
        );
    }

    /// <summary>The lines of a block of the import that met, in words.</summary>
    public IReadOnlyList<KeyMeeting> Told(string exporter, ReadOnlySpan<byte> block)
    {
        var told = new List<KeyMeeting>();
        var at = 0;
        foreach (var print in Prints(exporter, block))
        {
            var line = unpacked.All[at++];
            foreach (var other in others[print])
            {
                told.Add(
                    new KeyMeeting(
                        LineKey.Of(line.Unpack(exporter, unpacked.Texts)),
                        exporter,
                        PackedLine.Digits(other)
                    )
                );
            }
        }
        return told;
    }

    public void Dispose()
    {
        own.Dispose();
        theirs?.Dispose();
    }

    private static void Fill(List<KeyPrint> into, Spool<KeyPrint> from, int partition)
    {
        into.Clear();
        foreach (var block in from.Read(partition))
        {
            into.AddRange(block.Span);
        }
        into.Sort(KeyPrint.ByKey);
    }

    /// <summary>Two sorted lists, walked side by side.</summary>
    private void Meet(List<KeyPrint> mine, List<KeyPrint> other, int most)
    {
        var from = 0;
        foreach (var there in other)
        {
            while (from < mine.Count && KeyPrint.ByKey(mine[from], there) < 0)
            {
                from++;
            }
            for (var i = from; i < mine.Count && mine[i].Key == there.Key; i++)
            {
                if (mine[i].Exporter != there.Exporter)
                {
                    found.Add((mine[i], there.Exporter));
                }
            }
            if (found.Count > most)
            {
                return;
            }
        }
    }

    private List<KeyPrint> Prints(string exporter, ReadOnlySpan<byte> block)
    {
        unpacked.Clear();
        LineBlock.Read(block, PackedLine.PackDigits(exporter), unpacked);
        var prints = new List<KeyPrint>(unpacked.Count);
        foreach (ref readonly var line in unpacked.All)
        {
            prints.Add(
                KeyPrint.Of(
                    line.Import,
                    line.Declaration(unpacked.Texts),
                    line.LineNumber,
                    line.Exporter
                )
            );
        }
        return prints;
    }

    private bool MayBeOwn(in KeyPrint print) =>
        (filter[Word(print.High)] >> (int)(print.High & 63) & 1) != 0
        && (filter[Word(print.Low)] >> (int)(print.Low & 63) & 1) != 0;

    /// <summary>Bits of a print are as good as drawn: six choose within the word, others the word.</summary>
    private int Word(ulong half) => (int)(half >> 6) & (filter.Length - 1);
}
