namespace Karvan.Trade.Ledger;

/// <summary>Lines with the bytes of their declaration numbers; used again and again.</summary>
internal sealed class PackedLines
{
    private PackedLine[] lines = new PackedLine[256];
    private byte[] texts = new byte[4096];
    private int length;

    public int Count { get; private set; }

    public Span<PackedLine> All => lines.AsSpan(0, Count);

    public ReadOnlySpan<byte> Texts => texts.AsSpan(0, length);

    public void Clear() => (Count, length) = (0, 0);

    public void Add(in PackedLine line)
    {
        if (Count == lines.Length)
        {
            Array.Resize(ref lines, Count * 2);
        }
        lines[Count++] = line;
    }

    /// <summary>Keeps a text that begins like one that is kept already.</summary>
    /// <returns>Where it stands.</returns>
    public (int Start, int Length) Text(int like, int shared, ReadOnlySpan<byte> rest)
    {
        var start = length;
        if (texts.Length - length < shared + rest.Length)
        {
            Array.Resize(ref texts, Math.Max(texts.Length * 2, length + shared + rest.Length));
        }
        texts.AsSpan(like, shared).CopyTo(texts.AsSpan(start));
        rest.CopyTo(texts.AsSpan(start + shared));
        length += shared + rest.Length;
        return (start, shared + rest.Length);
    }

    /// <summary>By flow, declaration and line number; equal ones in the order of imports, and as they stood in the file.</summary>
    public void SortByKey(int from, int count)
    {
        var bytes = texts;
        lines
            .AsSpan(from, count)
            .Sort(
                (a, b) =>
                {
                    var order = a.Import.CompareTo(b.Import);
                    order =
                        order != 0
                            ? order
                            : a.Declaration(bytes).SequenceCompareTo(b.Declaration(bytes));
                    order = order != 0 ? order : a.LineNumber.CompareTo(b.LineNumber);
                    order = order != 0 ? order : a.Place.CompareTo(b.Place);
                    return order != 0 ? order : a.SourceLine.CompareTo(b.SourceLine);
                }
            );
    }

    public void SortByExporter() => All.Sort((a, b) => a.Exporter.CompareTo(b.Exporter));

    public bool SameKey(in PackedLine a, in PackedLine b) =>
        a.Import == b.Import
        && a.LineNumber == b.LineNumber
        && a.Declaration(texts).SequenceEqual(b.Declaration(texts));
}
