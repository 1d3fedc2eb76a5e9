using System.Xml;

namespace Karvan.Trade.Xlsx;

/// <summary>The texts that cells refer to by number, held as the bytes of their CSV fields.</summary>
internal sealed class SharedStrings
{
    private const int BlockBytes = WorkbookFile.MiB;

    private readonly List<byte[]> blocks = [];
    private readonly List<Place> places = [];
    private int used = BlockBytes;

    private SharedStrings() { }

    public static SharedStrings None { get; } = new();

    public int Count => places.Count;

    /// <summary>The field of a text; empty for an empty one.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var at = places[index];
            return blocks[at.Block].AsSpan(at.Start, at.Length);
        }
    }

    /// <param name="xml">The shared strings part.</param>
    /// <param name="place">Where it is, for messages.</param>
    public static SharedStrings Read(XmlReader xml, string place)
    {
        xml.RequireRoot("sst");
        var strings = new SharedStrings();
        var text = new CellText(() => $"{place}, text {strings.Count}");
        while (xml.Next())
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "si" })
            {
                text.Clear();
                text.AppendItem(xml);
                strings.Add(text.OnOneLine());
            }
        }
        return strings;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        var room = CsvField.MostBytes(text);
        if (blocks.Count == 0 || room > blocks[^1].Length - used)
        {
            blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(room, BlockBytes)));
            used = 0;
        }
        var length = CsvField.Write(text, blocks[^1].AsSpan(used));
        places.Add(new(blocks.Count - 1, used, length));
        used += length;
    }

    private readonly record struct Place(int Block, int Start, int Length);
}
