using System.Globalization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Drawings;

/// <summary>A few numbers in the order of time, as columns so small that a card holds them.</summary>
/// <param name="Label">What they are.</param>
public sealed record SmallChart(Said Label, IReadOnlyList<SmallColumn> Columns)
{
    public const int Height = 40;
    private const decimal Least = 1.5m;
    private const decimal ColumnPart = 0.7m;

    /// <summary>One column alone compares nothing.</summary>
    public bool ShowsSomething => Columns.Count > 1;

    /// <summary>Of things that are counted.</summary>
    public static SmallChart OfCounts(
        Said label,
        IEnumerable<(Said Label, long Count)> counts,
        PageTexts words
    ) =>
        new(
            label,
            [
                .. counts.Select(c => new SmallColumn(
                    c.Label,
                    c.Count,
                    PageTexts.Name(words.Number(c.Count))
                )),
            ]
        );

    /// <summary>Where the columns stand, widths in per cent: from right to left where the page is.</summary>
    public IEnumerable<(string X, string Y, string Width, string High)> Drawn(bool mirrored)
    {
        var top = Columns.Max(c => c.Value);
        var slot = 100m / Columns.Count;
        for (var i = 0; i < Columns.Count; i++)
        {
            var place = mirrored ? Columns.Count - 1 - i : i;
            var high = top == 0 ? Least : Math.Max(Least, Height * Columns[i].Value / top);
            yield return (
                Text(slot * (place + (1 - ColumnPart) / 2)),
                Text(Height - high),
                Text(slot * ColumnPart),
                Text(high)
            );
        }
    }

    private static string Text(decimal number) =>
        decimal.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="Label">The year, week or thing it stands for.</param>
/// <param name="Shown">The number as it is read out.</param>
public sealed record SmallColumn(Said Label, decimal Value, Said Shown);
