using System.Text;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Files;

/// <summary>How many bytes of rejections all runs of a log hold in memory, and the file for those beyond.</summary>
/// <param name="mostHeld">What goes beyond it goes to the file.</param>
internal sealed class RejectionSpace(long mostHeld) : IDisposable
{
    private TemporaryFile? file;
    private long held;

    public RejectionBlock Keep(ReadOnlySpan<byte> bytes)
    {
        if (held + bytes.Length <= mostHeld)
        {
            held += bytes.Length;
            return new RejectionBlock(bytes.ToArray(), 0, bytes.Length);
        }
        file ??= new TemporaryFile();
        return new RejectionBlock(null, file.Append(bytes), bytes.Length);
    }

    public byte[] Read(RejectionBlock block)
    {
        if (block.Held is { } bytes)
        {
            return bytes;
        }
        var back = new byte[block.Length];
        file!.Read(back, block.Place);
        return back;
    }

    public void Dispose() => file?.Dispose();
}

/// <param name="Held">Null for a block in the file.</param>
internal readonly record struct RejectionBlock(byte[]? Held, long Place, int Length);

/// <summary>Rejections one after the other, as they were added.</summary>
internal sealed class RejectionRun : IDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly RejectionSpace space;
    private readonly List<RejectionBlock> blocks = [];
    private readonly MemoryStream open = new();
    private readonly BinaryWriter writer;

    public RejectionRun(RejectionSpace space)
    {
        this.space = space;
        writer = new BinaryWriter(open, Encoding.UTF8);
    }

    public void Add(Rejection rejection)
    {
        writer.Write(rejection.File);
        writer.Write(rejection.Line);
        writer.Write((byte)rejection.Fault);
        writer.Write(rejection.Column);
        writer.Write(rejection.Value);
        if (open.Length >= BlockBytes)
        {
            LayAside();
        }
    }

    /// <summary>Lays the last block aside as well: of many runs that are whole none shall keep a buffer.</summary>
    public void Close()
    {
        LayAside();
        open.Capacity = 0;
    }

    public IEnumerable<Rejection> Read()
    {
        Close();
        foreach (var block in blocks)
        {
            using var bytes = new MemoryStream(space.Read(block), writable: false);
            using var reader = new BinaryReader(bytes, Encoding.UTF8);
            while (bytes.Position < bytes.Length)
            {
                yield return new Rejection(
                    reader.ReadInt32(),
                    reader.ReadInt64(),
                    (Fault)reader.ReadByte(),
                    reader.ReadString(),
                    reader.ReadString()
                );
            }
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        open.Dispose();
    }

    private void LayAside()
    {
        writer.Flush();
        if (open.Length > 0)
        {
            blocks.Add(space.Keep(open.GetBuffer().AsSpan(0, (int)open.Length)));
            open.SetLength(0);
        }
    }
}
