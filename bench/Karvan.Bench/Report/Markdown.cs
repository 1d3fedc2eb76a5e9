using System.Globalization;
using System.Text;
using Karvan.Bench.Harness;

namespace Karvan.Bench.Report;

/// <summary>A page made piece by piece.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder text = new();

    public void Paragraph(string words) => text.Append(words).Append("\n\n");

    public void Heading(string words) => Paragraph("### " + words);

    public void Table(string[] head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row([.. head.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows)
        {
            if (row.Length != head.Length)
            {
                throw new BenchException(
                    $"A row of {row.Length} cells stands under {head.Length} headings: {row[0]}"
                );
            }
            Row(row);
        }
        text.Append('\n');
    }

    public override string ToString() => text.ToString();

    /// <summary>Three figures that mean something.</summary>
    public static string Number(double value)
    {
        var decimals = value switch
        {
            >= 100 => "#,0",
            >= 10 => "0.0",
            _ => "0.00",
        };
        return value.ToString(decimals, CultureInfo.InvariantCulture);
    }

    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Millions(double value) => Number(value / 1e6) + " M";

    public static string Mark(string mark, bool met) => $"{mark}: {(met ? "met" : "**not met**")}";

    private void Row(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
