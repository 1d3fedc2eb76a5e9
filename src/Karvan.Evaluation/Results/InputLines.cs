using System.Text;

namespace Karvan.Evaluation.Results;

/// <summary>Lines of a CSV file: commas, RFC 4180 quoting, LF.</summary>
internal static class InputLines
{
    public static void Add(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Cell(cells[i] ?? ""));
        }
        text.Append('\n');
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
