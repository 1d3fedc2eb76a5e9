using System.IO.Compression;
using System.Text;

namespace Karvan.Cli.Tests.Scoring;

/// <summary>The header and the rows of a well-quoted CSV file as they are written, to be put in another order.</summary>
internal sealed record RawRows(string Header, List<string> Rows)
{
    public static RawRows Of(string path)
    {
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            : File.OpenRead(path);
        using var reader = new StreamReader(file, new UTF8Encoding(false));
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        var rows = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == '\n' && !quoted)
            {
                rows.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }
        if (start < text.Length)
        {
            rows.Add(text[start..] + "\n");
        }
        return new RawRows(rows[0], rows[1..]);
    }

    public static void Write(
        string path,
        string header,
        IEnumerable<string> rows,
        bool mark = false
    )
    {
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.Create(path), CompressionLevel.Fastest)
            : File.Create(path);
        using var writer = new StreamWriter(file, new UTF8Encoding(mark));
        writer.Write(header + string.Concat(rows));
    }
}
