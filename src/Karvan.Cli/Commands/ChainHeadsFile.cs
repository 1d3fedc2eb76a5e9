using System.Globalization;
using Karvan.Core.Audit;

namespace Karvan.Cli.Commands;

/// <summary>
/// Published heads of chains as a CSV file: chain, number, hash. The first line names columns in any language, as the
/// page that publishes them writes it.
/// </summary>
internal static class ChainHeadsFile
{
    private const int Columns = 3;

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
            fields.Length == Columns
            && long.TryParse(
                fields[1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && fields[2].Length == AuditChain.Zero.Length
            ? new ChainHead(fields[0], number, fields[2])
            : throw new UnusableRequestException(
                $"{path}, line {line}: found '{text}', expected chain,number,hash"
            );
    }
}
