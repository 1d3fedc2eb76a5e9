using System.Text;
using Karvan.Trade.Csv;
using Karvan.Trade.Declarations;

namespace Karvan.Trade.Tests.Declarations;

/// <summary>One line without quotes, to be read the quick way and the careful way.</summary>
internal sealed class LineText
{
    /// <summary>Other lines stand before a line; the first one of a chunk may take the careful way.</summary>
    private const int Before = 16;

    private static readonly int[] Columns =
    [
        .. Enumerable.Range(0, DeclarationColumns.Names.Count),
    ];
    private static readonly CsvLayout Layout = new(
        DeclarationColumns.Names,
        Columns,
        Columns.Length
    );

    private readonly RecordFields fields = new();
    private readonly CarefulLine careful;
    private readonly LineRules rules;

    public LineText(LineRules rules) => (this.rules, careful) = (rules, new CarefulLine(rules));

    /// <param name="written">Nine fields; commas, quotes and line ends in them are the caller's affair.</param>
    public bool Quick(byte[][] written, out CustomsLine line)
    {
        var (buffer, ends) = Join(written);
        return QuickLine.TryRead(buffer, new Places(ends), Columns, rules, out line);
    }

    public Trade.Fields.Fault Careful(byte[][] written, out CustomsLine line, out int column)
    {
        var (buffer, ends) = Join(written);
        fields.Split(buffer.AsMemory(Before..ends[^1]));
        return careful.Read(fields, Layout, out line, out column);
    }

    public Trade.Fields.Fault Careful(string text, out CustomsLine line, out int column) =>
        Careful([.. text.Split(',').Select(Encoding.UTF8.GetBytes)], out line, out column);

    private static (byte[] Buffer, int[] Ends) Join(byte[][] written)
    {
        var buffer = new byte[Before + written.Sum(f => f.Length + 1) + Chunk.Slack];
        buffer.AsSpan().Fill((byte)'7');
        var ends = new int[written.Length];
        var at = Before;
        for (var i = 0; i < written.Length; i++)
        {
            written[i].CopyTo(buffer, at);
            at = ends[i] = at + written[i].Length;
            buffer[at++] = (byte)(i < written.Length - 1 ? ',' : '\n');
        }
        return (buffer, ends);
    }

    private readonly struct Places(int[] ends) : IFieldPlaces
    {
        public int Start(int column) => column == 0 ? Before : ends[column - 1] + 1;

        public int End(int column) => ends[column];
    }
}
