using System.IO.Compression;
using System.Text;

namespace Karvan.Oracle;

/// <summary>A row to be written: cells by column, and how many cells too many (or, below zero, too few).</summary>
public sealed record DraftRow(IReadOnlyDictionary<string, string> Cells, int ExtraCells = 0);

/// <summary>Writes a CSV file in a style drawn by the dice: column order, line ends, BOM, quotes, blank lines, gzip.</summary>
public sealed class DraftFile(Dice dice, bool disguises)
{
    private static readonly string[] Notes =
    [
        "",
        "plain",
        "a, b",
        "he said \"no\"",
        "two\nlines",
        "two\r\nlines, \"and\" more\n",
        "\n\n",
        "یادداشت، «فارسی»",
        ",,,",
        "\"",
        "  ",
    ];

    private readonly string _lineEnd = dice.Chance(50) ? "\r\n" : "\n";
    private readonly bool _blankLines = disguises && dice.Chance(40);

    public void Write(string path, IReadOnlyList<string> columns, IReadOnlyList<DraftRow> rows)
    {
        var extra = disguises ? dice.Some(["note", "یادداشت", "x y"], dice.Whole(0, 2)) : [];
        var order = columns.Concat(extra).ToList();
        if (disguises || dice.Chance(50))
            order = dice.Shuffled(order);

        var text = new StringBuilder();
        text.AppendJoin(',', order.Select(c => Cell(c, quoteAtWill: disguises))).Append(_lineEnd);
        for (var i = 0; i < rows.Count; i++)
        {
            if (_blankLines && dice.Chance(3))
                text.Append(_lineEnd);
            text.AppendJoin(',', Cells(rows[i], order));
            if (i < rows.Count - 1 || dice.Chance(70))
                text.Append(_lineEnd);
        }

        if (_blankLines && text[^1] == '\n')
            text.Append(_lineEnd);
        WriteBytes(path, text.ToString());
    }

    private List<string> Cells(DraftRow row, List<string> order)
    {
        var cells = order
            .Select(c => row.Cells.TryGetValue(c, out var value) ? value : dice.Pick(Notes))
            .Select(v => Cell(v, quoteAtWill: disguises && dice.Chance(10)))
            .ToList();
        if (row.ExtraCells < 0)
            cells.RemoveRange(cells.Count + row.ExtraCells, -row.ExtraCells);
        cells.AddRange(Enumerable.Repeat("", Math.Max(0, row.ExtraCells)));
        return cells;
    }

    private static string Cell(string value, bool quoteAtWill)
    {
        var mustQuote = value.AsSpan().IndexOfAny("\",\r\n") >= 0;
        return mustQuote || quoteAtWill
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    private void WriteBytes(string path, string text)
    {
        var bom = disguises && dice.Chance(40);
        var bytes = new UTF8Encoding(bom)
            .GetPreamble()
            .Concat(new UTF8Encoding(false).GetBytes(text))
            .ToArray();
        using var file = File.Create(path);
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            file.Write(bytes);
            return;
        }

        // A gzip file may have several members; a cut may fall inside a line, or inside a character.
        var cut = dice.Chance(30) ? dice.Whole(0, bytes.Length) : bytes.Length;
        foreach (var part in new[] { bytes[..cut], bytes[cut..] }.Where(p => p.Length > 0))
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(part);
        }
    }
}
