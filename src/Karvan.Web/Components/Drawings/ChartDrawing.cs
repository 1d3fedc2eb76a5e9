using System.Globalization;

namespace Karvan.Web.Components.Drawings;

/// <summary>
/// Where the columns of a chart stand. Widths are per cent and heights pixels, so that letters keep their size on every
/// screen; mirrored in Persian, because time runs from right to left there.
/// </summary>
public sealed class ChartDrawing
{
    public const int Top = 12;
    public const int Plot = 190;
    public const int Base = Top + Plot;
    public const int LabelLine = Base + 22;
    public const int Height = Base + 34;

    /// <summary>Room for the numbers of the lines, in per cent.</summary>
    private const decimal Margin = 13;
    private const decimal ColumnPart = 0.68m;
    private const int MostLines = 5;

    private readonly bool mirrored;

    public ChartDrawing(Chart chart, bool mirrored)
    {
        this.mirrored = mirrored;
        var top = chart.Series.SelectMany(s => s.Values).Max() ?? 0;
        var step = StepOf(top);
        var lines = (int)Math.Max(1, decimal.Ceiling(top / step));
        Lines =
        [
            .. Enumerable
                .Range(0, lines + 1)
                .Select(i => new GridLine(i * step, Text(Y(i * step, lines * step)))),
        ];
        Columns = [.. Placed(chart, lines * step)];
        var slot = (100 - Margin) / Math.Max(1, chart.Labels.Count);
        Labels =
        [
            .. chart.Labels.Select((l, i) => (Text(Mirror(Margin + slot * (i + 0.5m))), l.Plain)),
        ];
        Start = Text(Mirror(Margin));
        End = Text(Mirror(100));
        NumberX = Text(Mirror(Margin - 1.5m));
    }

    public IReadOnlyList<GridLine> Lines { get; }

    public IReadOnlyList<ChartColumn> Columns { get; }

    public IReadOnlyList<(string X, string Text)> Labels { get; }

    public string Start { get; }

    public string End { get; }

    public string NumberX { get; }

    private IEnumerable<ChartColumn> Placed(Chart chart, decimal top)
    {
        var slot = (100 - Margin) / Math.Max(1, chart.Labels.Count);
        var width = slot * ColumnPart / chart.Series.Count;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            for (var i = 0; i < chart.Labels.Count; i++)
            {
                if (chart.Series[s].Values[i] is not { } value)
                {
                    continue;
                }
                var x = Margin + slot * i + slot * (1 - ColumnPart) / 2 + width * s;
                var y = Y(value, top);
                var reach = slot / chart.Series.Count;
                var from = Margin + slot * i + reach * s;
                yield return new ChartColumn(
                    s,
                    i,
                    Text(mirrored ? 100 - x - width : x),
                    Text(y),
                    Text(width * 0.94m),
                    Text(Base - y),
                    Text(mirrored ? 100 - from - reach : from),
                    Text(reach)
                );
            }
        }
    }

    private static decimal Y(decimal value, decimal top) =>
        top == 0 ? Base : Base - Plot * value / top;

    private decimal Mirror(decimal x) => mirrored ? 100 - x : x;

    /// <summary>1, 2 or 5 of some power of ten, so that a few lines reach the top.</summary>
    private static decimal StepOf(decimal top)
    {
        decimal[] heads = [1, 2, 5];
        for (decimal power = 1; ; power *= 10)
        {
            foreach (var head in heads)
            {
                if (head * power * MostLines >= top)
                {
                    return head * power;
                }
            }
        }
    }

    private static string Text(decimal number) =>
        decimal.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}

public readonly record struct GridLine(decimal Value, string Y);

/// <param name="Series">Its place among the series, from 0.</param>
/// <param name="Label">The place of its label among the labels, from 0.</param>
/// <param name="ReachX">Where the area begins that a finger or a pointer hits for it: a low column would be too small.</param>
public readonly record struct ChartColumn(
    int Series,
    int Label,
    string X,
    string Y,
    string Width,
    string Height,
    string ReachX,
    string Reach
);
