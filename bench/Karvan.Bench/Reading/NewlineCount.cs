using Microsoft.Win32.SafeHandles;

namespace Karvan.Bench.Reading;

/// <summary>The floor: the bytes are fetched and their newlines counted, by one thread or by all.</summary>
internal static class NewlineCount
{
    private const int Block = 1 << 18;

    public static string Run(IReadOnlyList<string> files, int threads)
    {
        var lines = 0L;
        foreach (var path in files)
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.GetLength(file);
            var next = -(long)Block;
            Parallel.For(
                0,
                threads,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                _ => Interlocked.Add(ref lines, Count(file, length, ref next))
            );
            lines--;
        }
        return $"{lines} lines";
    }

    private static long Count(SafeFileHandle file, long length, ref long next)
    {
        var buffer = new byte[Block];
        var lines = 0L;
        for (
            var at = Interlocked.Add(ref next, Block);
            at < length;
            at = Interlocked.Add(ref next, Block)
        )
        {
            var read = RandomAccess.Read(file, buffer, at);
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }
        return lines;
    }
}
