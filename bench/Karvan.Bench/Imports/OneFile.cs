namespace Karvan.Bench.Imports;

/// <summary>The declarations of a demo folder one after the other under one header, as one file that is sent.</summary>
internal sealed class OneFile : Stream
{
    private readonly Queue<string> files;
    private readonly int header;
    private FileStream? open;
    private bool first = true;

    public OneFile(string folder)
    {
        var paths = Directory
            .EnumerateFiles(folder, "declarations*.csv")
            .Order(StringComparer.Ordinal)
            .ToList();
        header = File.ReadLines(paths[0]).First().Length + 1;
        Total = paths.Sum(p => new FileInfo(p).Length) - header * (paths.Count - 1L);
        files = new Queue<string>(paths);
    }

    /// <summary>Bytes of the whole.</summary>
    public long Total { get; }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (open is null && !Next())
            {
                return 0;
            }
            if (open!.Read(buffer) is > 0 and var read)
            {
                return read;
            }
            open.Dispose();
            open = null;
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        open?.Dispose();
        base.Dispose(disposing);
    }

    private bool Next()
    {
        if (!files.TryDequeue(out var path))
        {
            return false;
        }
        open = File.OpenRead(path);
        open.Position = first ? 0 : header;
        first = false;
        return true;
    }
}
