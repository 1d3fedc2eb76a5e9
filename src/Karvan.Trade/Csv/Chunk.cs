using Karvan.Trade.Fields;

namespace Karvan.Trade.Csv;

/// <summary>A piece of a file with whole records only.</summary>
internal sealed class Chunk
{
    /// <summary>Vector loads may run past the end by this much.</summary>
    public const int Slack = 64;

    public byte[] Buffer = [];

    /// <summary>The file's place in the run.</summary>
    public int File;

    /// <summary>Chunks are numbered through all files in the order they were cut.</summary>
    public long Sequence;

    public int Start;
    public int End;

    /// <summary>Where <see cref="Start"/> stands in the file's (unpacked) bytes.</summary>
    public long Offset;

    /// <summary>The physical line of the first record; the header is line 1.</summary>
    public long FirstLine;

    /// <summary>With a quote in it, records were cut one by one and are listed in <see cref="Records"/>.</summary>
    public bool HasQuotes;

    public List<(int Start, int Length, Fault Fault)> Records { get; } = [];

    public CsvLayout Layout = null!;

    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(Start, End - Start);
}
