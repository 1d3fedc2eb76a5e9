using System.IO.Compression;

namespace Karvan.Trade.Tests.Mapping;

internal static class Packed
{
    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }

    /// <summary>So many zero-like bytes behind a header, packed as small as can be.</summary>
    public static byte[] Bomb(string header, long length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(header));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'\n');
            for (var written = 0L; written < length; written += block.Length)
            {
                gzip.Write(block);
            }
        }
        return packed.ToArray();
    }
}
