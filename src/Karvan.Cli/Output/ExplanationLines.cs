using System.Text;
using Karvan.Cli.Terminal;

namespace Karvan.Cli.Output;

/// <summary>Finds one exporter in <c>explanations.jsonl</c>. Its lines are in the order of ids, so that a search by halves finds any in a few reads.</summary>
internal static class ExplanationLines
{
    private const int WindowBytes = 1 << 16;

    private static readonly byte[] Prefix = [.. "{\"exporter\":\""u8];

    /// <returns>The line, or null when the exporter has none.</returns>
    public static byte[]? Find(string path, string exporter)
    {
        using var file = File.OpenRead(path);
        var (low, high) = (0L, file.Length);
        while (low < high)
        {
            var middle = LineStart(file, low + (high - low) / 2, low);
            var line = LineAt(file, middle);
            var order = string.CompareOrdinal(IdOf(line, path), exporter);
            if (order == 0)
            {
                return line;
            }
            (low, high) = order < 0 ? (middle + line.Length + 1, high) : (low, middle);
        }
        return null;
    }

    /// <summary>The start of the line that <paramref name="place"/> lies in, at or after <paramref name="floor"/>.</summary>
    private static long LineStart(FileStream file, long place, long floor)
    {
        var window = new byte[WindowBytes];
        while (place > floor)
        {
            var from = Math.Max(floor, place - window.Length);
            file.Position = from;
            var bytes = window.AsSpan(0, (int)(place - from));
            file.ReadExactly(bytes);
            var end = bytes.LastIndexOf((byte)'\n');
            if (end >= 0)
            {
                return from + end + 1;
            }
            place = from;
        }
        return floor;
    }

    private static byte[] LineAt(FileStream file, long start)
    {
        file.Position = start;
        using var line = new MemoryStream();
        var window = new byte[WindowBytes];
        while (true)
        {
            var read = file.Read(window);
            var end = window.AsSpan(0, read).IndexOf((byte)'\n');
            line.Write(window, 0, end < 0 ? read : end);
            if (end >= 0 || read == 0)
            {
                return line.ToArray();
            }
        }
    }

    private static string IdOf(byte[] line, string path)
    {
        var rest = line.AsSpan(Math.Min(line.Length, Prefix.Length));
        var end = rest.IndexOf((byte)'"');
        return line.AsSpan().StartsWith(Prefix) && end >= 0
            ? Encoding.UTF8.GetString(rest[..end])
            : throw new UnusableRequestException(
                $"{path}: found a line that is no explanation, expected the file that karvan score wrote"
            );
    }
}
