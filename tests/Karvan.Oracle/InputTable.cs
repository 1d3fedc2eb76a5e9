using System.IO.Compression;
using System.Text;

namespace Karvan.Oracle;

/// <summary>A row of an input file: Latin digits, columns by name. Broken when its fields cannot be told apart.</summary>
public sealed record InputRow(
    string File,
    int Line,
    IReadOnlyDictionary<string, string> Values,
    bool Broken
)
{
    public string this[string column] => Values[column];

    /// <summary>A text that is compared: trimmed, in capitals.</summary>
    public string Text(string column) => Fields.Text(Values[column]);
}

/// <summary>A CSV file with a header row, plain or gzip.</summary>
public static class InputTable
{
    public static List<InputRow> Read(string path, IReadOnlyList<string> columns)
    {
        if (!File.Exists(path))
            throw new OracleInputException($"Missing file: {path}");
        var name = Path.GetFileName(path);
        var rows = CsvText.Read(ReadText(path));
        if (rows.Count == 0 || rows[0].Line != 1)
            throw new OracleInputException($"No header: {name}");

        var header = rows[0].Fields;
        foreach (var column in columns)
        {
            if (header.Count(h => string.Equals(h, column, StringComparison.Ordinal)) != 1)
                throw new OracleInputException($"Column missing or repeated: {name}: {column}");
        }

        return rows.Skip(1).Select(r => ToRow(name, r, header, columns)).ToList();
    }

    private static InputRow ToRow(
        string file,
        CsvRow row,
        IReadOnlyList<string> header,
        IReadOnlyList<string> columns
    )
    {
        // A row whose field count differs from the header's is bad.
        var broken = row.Malformed || row.Fields.Count != header.Count;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; !broken && i < header.Count; i++)
        {
            if (columns.Contains(header[i], StringComparer.Ordinal))
                values[header[i]] = Fields.LatinDigits(row.Fields[i]);
        }

        return new InputRow(file, row.Line, values, broken);
    }

    private static string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream, new UTF8Encoding(false)); // drops a BOM
        return reader.ReadToEnd();
    }
}
