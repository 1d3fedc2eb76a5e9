using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karvan.Rules.Rulebooks;
using Karvan.Rules.Text;

namespace Karvan.Rules.Loading;

/// <summary>Reads the tables of goods that stand beside a book, each once.</summary>
internal sealed class TableReader(Func<string, byte[]?> readBeside)
{
    /// <summary>By name and whole entry, because another reading may say something else of the same file.</summary>
    private readonly Dictionary<string, GoodsTable> known = new(StringComparer.Ordinal);

    /// <summary>Spreadsheets write it before the first column's name.</summary>
    private const char ByteOrderMark = '\uFEFF';

    public GoodsTable? Read(string id, Cursor entry, DataYears years)
    {
        var file = entry["file"];
        var editions = Texts(entry["editions"]);
        var classes = Texts(entry["classes"]);
        var otherwise = classes.FindIndex(c =>
            string.Equals(c.Id, entry["otherwise"].Text, StringComparison.Ordinal)
        );
        if (otherwise < 0)
        {
            entry["otherwise"].RefuseUnknown("class", classes.Select(c => c.Id));
            return null;
        }
        var key = id + CanonicalJson.Hash(entry.Node);
        if (known.TryGetValue(key, out var table))
        {
            return table;
        }
        var bytes = readBeside(file.Text);
        if (bytes is null)
        {
            file.Refuse(
                "no-such-file",
                $"no file '{file.Text}' beside the book",
                "a CSV file with the table"
            );
            return null;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!string.Equals(hash, entry["sha256"].Text, StringComparison.Ordinal))
        {
            entry["sha256"]
                .Refuse(
                    "wrong-hash",
                    $"'{entry["sha256"].Text}'",
                    $"'{hash}', the hash of {file.Text} as it is"
                );
            return null;
        }
        var cells = ReadCells(
            Encoding.UTF8.GetString(bytes).TrimStart(ByteOrderMark),
            file,
            editions,
            classes,
            otherwise
        );
        if (cells is null)
        {
            return null;
        }
        table = new GoodsTable(id, entry["clause"].Text, editions, classes, otherwise, cells)
        {
            Nomenclature = entry.Maybe("nomenclature") is { } said
                ? NomenclatureBinder.Bind(said, years)
                : null,
        };
        known[key] = table;
        return table;
    }

    private static byte[][]? ReadCells(
        string text,
        Cursor file,
        List<NamedText> editions,
        List<NamedText> classes,
        int otherwise
    )
    {
        var lines = text.Split('\n');
        var header = lines[0].TrimEnd('\r').Split(',');
        var columns = editions.ConvertAll(e => Array.IndexOf(header, e.Id));
        if (
            !string.Equals(header[0], "hs6", StringComparison.Ordinal) || columns.Exists(c => c < 1)
        )
        {
            var wanted = string.Join(", ", editions.Select(e => e.Id).Prepend("hs6"));
            file.Refuse(
                "bad-table",
                $"the columns {ScalarNode.Quote(string.Join(", ", header))} in {file.Text}",
                $"the columns {wanted}"
            );
            return null;
        }
        var places = classes
            .Select((c, i) => (c.Id, i))
            .ToDictionary(p => p.Id, p => (byte)p.i, StringComparer.Ordinal);
        places[""] = (byte)otherwise;
        var cells = editions.Select(_ => NewColumn(otherwise)).ToArray();
        var seen = new bool[GoodsTable.Codes];
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].TrimEnd('\r').Split(',');
            if (fields is [""])
            {
                continue;
            }
            var code = 0;
            var good =
                fields.Length == header.Length
                && fields[0].Length == 6
                && int.TryParse(
                    fields[0],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out code
                )
                && columns.TrueForAll(c => places.ContainsKey(fields[c]));
            if (!good || seen[code])
            {
                var names = string.Join(", ", classes.Select(c => c.Id));
                var line = ScalarNode.Quote(lines[i].TrimEnd('\r'));
                file.Refuse(
                    "bad-table",
                    good
                        ? $"the code {fields[0]} a second time on line {i + 1} of {file.Text}"
                        : $"{line} on line {i + 1} of {file.Text}",
                    good
                        ? "each code once"
                        : $"six digits, then for each edition one of {names} or blank"
                );
                return null;
            }
            seen[code] = true;
            for (var e = 0; e < columns.Count; e++)
            {
                cells[e][code] = places[fields[columns[e]]];
            }
        }
        return cells;
    }

    private static byte[] NewColumn(int otherwise)
    {
        var column = new byte[GoodsTable.Codes];
        Array.Fill(column, (byte)otherwise);
        return column;
    }

    private static List<NamedText> Texts(Cursor names) =>
        [.. names.Named.Select(n => new NamedText(n.Name.Text, n.Value.LocalText))];
}
