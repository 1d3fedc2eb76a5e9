using System.Globalization;
using Karvan.Cli.Terminal;
using Karvan.Platform.Audit;
using Karvan.Platform.Events;

namespace Karvan.Cli.Commands;

/// <summary>
/// Published heads of chains as a CSV file: the chain first, its number and hash last; what stands between, such as the
/// chain's name on the page that publishes them, is passed over. The first line names the columns.
/// </summary>
internal static class ChainHeadsFile
{
    private const int Least = 3;

    /// <exception cref="UnusableRequestException">It cannot be read, or a line is no head.</exception>
    public static IReadOnlyList<ChainHead> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableRequestException(
                $"{path}: found no file that can be read ({e.Message}), expected published heads"
            );
        }
        return
        [
            .. lines
                .Select((text, i) => (Text: text, Line: i + 1))
                .Skip(1)
                .Where(l => l.Text.Length > 0)
                .Select(l => Parse(path, l.Line, l.Text)),
        ];
    }

    private static ChainHead Parse(string path, int line, string text)
    {
        var fields = text.Split(',', StringSplitOptions.TrimEntries);
        return
            fields.Length >= Least
            && long.TryParse(
                fields[^2],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && fields[^1].Length == AuditChain.Zero.Length
            ? new ChainHead(fields[0].Trim('\uFEFF'), number, fields[^1])
            : throw new UnusableRequestException(
                $"{path}, line {line}: found '{text}', expected chain,number,hash"
            );
    }
}
