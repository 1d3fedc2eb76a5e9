using Karvan.Trade.Fields;
using Karvan.Trade.Files;

namespace Karvan.Trade.Csv;

/// <summary>The first row of a CSV file.</summary>
internal static class Header
{
    /// <returns>The length of a UTF-8 byte order mark, or 0.</returns>
    /// <exception cref="UnusableInputException">The mark of another encoding stands there.</exception>
    public static int SkipMark(string file, ReadOnlySpan<byte> start)
    {
        if (
            start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        )
        {
            throw new UnusableInputException(
                $"{file}: found UTF-16 text, expected UTF-8; save the file as \"CSV UTF-8\""
            );
        }
        return start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    /// <exception cref="UnusableInputException">There is no header, or it lacks a column.</exception>
    public static CsvLayout Read(
        string file,
        ReadOnlyMemory<byte> record,
        Fault fault,
        IReadOnlyList<string> wanted
    )
    {
        if (fault is not Fault.None)
        {
            throw new UnusableInputException(
                $"{file}:1: found a header with the fault '{fault.Word()}', expected the columns {string.Join(", ", wanted)}"
            );
        }
        if (record.Span.TrimEnd("\r\n"u8).IsEmpty)
        {
            throw new UnusableInputException(
                $"{file}: found no header row, expected one with the columns {string.Join(", ", wanted)}"
            );
        }
        var fields = new RecordFields();
        fields.Split(record);
        var names = new List<string>();
        for (var i = 0; i < fields.Count; i++)
        {
            names.Add(FoldedText.Digits(fields[i]) ?? "(not UTF-8)");
        }
        return CsvLayout.Of(file, wanted, names);
    }
}
