using System.IO.Compression;
using Karvan.Rules.Explanations;

namespace Karvan.Evaluation.Results;

/// <summary>
/// The trail of an exporter's points as it was when they were computed: a line of <c>explanations.jsonl</c>, compressed, since
/// a national campaign has twenty thousand of them.
/// </summary>
public static class FrozenExplanation
{
    public static byte[] Pack(ReadOnlySpan<byte> line)
    {
        using var packed = new MemoryStream();
        using (var into = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            into.Write(line);
        }
        return packed.ToArray();
    }

    public static Explanation Read(byte[] packed)
    {
        using var from = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var line = new MemoryStream();
        from.CopyTo(line);
        return Explanation.Parse(line.ToArray());
    }
}
