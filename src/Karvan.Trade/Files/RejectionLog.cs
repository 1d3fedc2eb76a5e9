using System.Text;
using Karvan.Trade.Fields;

namespace Karvan.Trade.Files;

/// <summary>
/// Keeps rejections in the order of files and lines, however the threads come in, and in bounded memory: what is
/// many goes to a temporary file. Written while reading; read once at the end, together with those found later.
/// </summary>
public sealed class RejectionLog : IDisposable
{
    private const int MostInMemory = 1 << 23;

    private readonly Lock gate = new();
    private readonly Dictionary<long, List<Rejection>> waiting = [];
    private readonly List<Rejection> later = [];
    private Stream kept = new MemoryStream();
    private BinaryWriter writer;
    private long next;

    public RejectionLog() => writer = new BinaryWriter(kept, Encoding.UTF8, leaveOpen: true);

    public long Count { get; private set; }

    /// <summary>Takes the rejections of one chunk; chunks may come in any order, each number once, from 0.</summary>
    public void Complete(long sequence, List<Rejection> rejections)
    {
        lock (gate)
        {
            waiting[sequence] = rejections;
            while (waiting.Remove(next, out var inOrder))
            {
                foreach (var rejection in inOrder)
                {
                    Write(rejection);
                }
                next++;
            }
        }
    }

    /// <summary>Takes a rejection found after reading, such as a conflict.</summary>
    public void Add(Rejection rejection)
    {
        lock (gate)
        {
            later.Add(rejection);
            Count++;
        }
    }

    /// <summary>All rejections by file and line.</summary>
    public IEnumerable<Rejection> InOrder()
    {
        writer.Flush();
        kept.Position = 0;
        using var reader = new BinaryReader(kept, Encoding.UTF8, leaveOpen: true);
        var found = later.OrderBy(r => r.File).ThenBy(r => r.Line).GetEnumerator();
        var more = found.MoveNext();
        var left = Count - later.Count;
        for (; left > 0; left--)
        {
            var rejection = new Rejection(
                reader.ReadInt32(),
                reader.ReadInt64(),
                (Fault)reader.ReadByte(),
                reader.ReadString(),
                reader.ReadString()
            );
            while (
                more
                && (found.Current.File, found.Current.Line).CompareTo(
                    (rejection.File, rejection.Line)
                ) < 0
            )
            {
                yield return found.Current;
                more = found.MoveNext();
            }
            yield return rejection;
        }
        while (more)
        {
            yield return found.Current;
            more = found.MoveNext();
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        kept.Dispose();
    }

    private void Write(Rejection rejection)
    {
        writer.Write(rejection.File);
        writer.Write(rejection.Line);
        writer.Write((byte)rejection.Fault);
        writer.Write(rejection.Column);
        writer.Write(rejection.Value);
        Count++;
        if (kept is MemoryStream memory && memory.Length > MostInMemory)
        {
            writer.Flush();
            var path = Path.Combine(Path.GetTempPath(), "karvan-" + Path.GetRandomFileName());
            var file = new FileStream(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                1 << 16,
                FileOptions.DeleteOnClose
            );
            memory.WriteTo(file);
            writer.Dispose();
            memory.Dispose();
            kept = file;
            writer = new BinaryWriter(kept, Encoding.UTF8, leaveOpen: true);
        }
    }
}
