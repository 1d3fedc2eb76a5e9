using System.Globalization;
using Karvan.Rules.Explanations;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;

namespace Karvan.Rules.Pages;

/// <summary>The lines, letters and dots of a band scale.</summary>
internal sealed class BandDrawing
{
    private const int Top = 28;
    private const int Plot = 128;
    private const int Base = Top + Plot;
    private const int ThresholdLine = Base + 18;
    private const int BracketLine = Base + 27;
    private const int MagnitudeLine = Base + 43;
    public const int Height = Base + 52;
    private const int LabelGap = 7;
    private const decimal SmallestStep = 2;
    private const int LongestLabel = 5;
    private const decimal FlatEnd = 0.15m;

    private static readonly (decimal Size, string Key)[] Magnitudes =
    [
        (1_000_000_000, "page.magnitude-billion"),
        (1_000_000, "page.magnitude-million"),
        (1_000, "page.magnitude-thousand"),
        (1, ""),
    ];

    private readonly Wording words;
    private readonly Markup html;
    private readonly BandsRule rule;
    private readonly decimal max;
    private readonly bool mirrored;
    private readonly int below;
    private readonly decimal[] starts;

    public BandDrawing(Wording words, Markup html, BandsRule rule, decimal max)
    {
        (this.words, this.html, this.rule, this.max) = (words, html, rule, max);
        mirrored = words.Language is Language.Persian;
        // A scale that starts at nothing has nothing below.
        below = rule.Bands[0].From == 0 && rule.Boundary is Boundary.Lower ? 0 : 1;
        starts = Starts();
    }

    public void Steps()
    {
        if (below > 0)
        {
            Step(0, rule.Below.Value);
        }
        for (var i = 0; i < rule.Bands.Count; i++)
        {
            var points = rule.Bands[i].Points.Value;
            if (rule.Linear && i + 1 < rule.Bands.Count)
            {
                Slope(i + below, points, rule.Bands[i + 1].Points.Value);
            }
            else
            {
                Step(i + below, points);
            }
        }
        Line("axis", 0, Base, 100, Base);
        for (var i = 0; i < rule.Bands.Count; i++)
        {
            Dot(i);
        }
    }

    public void Thresholds()
    {
        for (var first = 0; first < rule.Bands.Count; )
        {
            var (size, key) = MagnitudeOf(rule.Bands[first].From);
            var after = first + 1;
            while (after < rule.Bands.Count && MagnitudeOf(rule.Bands[after].From).Size == size)
            {
                after++;
            }
            for (var i = first; i < after; i++)
            {
                var label = Label(rule.Bands[i].From / size);
                Text("threshold", Edge(i), ThresholdLine, label);
            }
            if (key.Length > 0)
            {
                var overhang = 100m / 3 / (rule.Bands.Count + below);
                var (from, to) = (Edge(first) - overhang, Edge(after - 1) + overhang);
                Line("bracket", from, BracketLine, to, BracketLine);
                Text("magnitude", (from + to) / 2, MagnitudeLine, words[key]);
            }
            first = after;
        }
    }

    /// <summary>A label too long for its place is rounded and says so; the table has the exact number.</summary>
    private string Label(decimal number)
    {
        var label = words.Number(number);
        return label.Length <= LongestLabel
            ? label
            : "≈" + words.Number(decimal.Round(number, number < 10 ? 1 : 0));
    }

    private static (decimal Size, string Key) MagnitudeOf(decimal value) =>
        Array.Find(Magnitudes, m => value >= m.Size) is { Size: > 0 } found
            ? found
            : Magnitudes[^1];

    /// <summary>Where a band begins, in per cent of the way from nothing upwards.</summary>
    private decimal Edge(int band) => starts[band + below];

    /// <summary>Where columns begin, and the end. The flat ends of a straight scale need little room.</summary>
    private decimal[] Starts()
    {
        var columns = rule.Bands.Count + below;
        var flat = rule.Linear ? Math.Min(1, columns * FlatEnd) : 1;
        var widths = Enumerable.Repeat(1m, columns).ToArray();
        widths[^1] = flat;
        widths[0] = below > 0 ? flat : widths[0];
        var sum = widths.Sum();
        var places = new decimal[columns + 1];
        for (var i = 0; i < columns; i++)
        {
            places[i + 1] = places[i] + widths[i] * 100 / sum;
        }
        return places;
    }

    private decimal Rise(decimal points) =>
        points == 0 ? 0 : Math.Max(SmallestStep, points * Plot / max);

    private void Step(int column, decimal points)
    {
        var rise = Rise(points);
        var (left, width) = (starts[column], starts[column + 1] - starts[column]);
        html.Empty(
            "rect",
            points == max ? "step full" : "step",
            ("x", Percent(mirrored ? 100 - left - width : left)),
            ("y", Pixels(Base - rise)),
            ("width", Percent(width)),
            ("height", Pixels(rise))
        );
        Line("edge", left, Base - rise, left + width, Base - rise);
        if (!rule.Linear || column < below)
        {
            Text("given", left + width / 2, Base - rise - LabelGap, words.Number(points));
        }
    }

    /// <summary>A straight line cannot fill the ground below it in per cent, so a small drawing of its own does.</summary>
    private void Slope(int column, decimal from, decimal to)
    {
        var (left, right) = (starts[column], starts[column + 1]);
        var (low, high) = (Rise(from), Rise(to));
        var (first, last) = mirrored ? (high, low) : (low, high);
        using (
            html.In(
                "svg",
                "",
                ("x", Percent(mirrored ? 100 - right : left)),
                ("y", Pixels(Base - high)),
                ("width", Percent(right - left)),
                ("height", Pixels(high)),
                ("viewBox", $"0 0 1 {Pixels(high)}"),
                ("preserveAspectRatio", "none")
            )
        )
        {
            html.Empty(
                "polygon",
                "step",
                (
                    "points",
                    $"0,{Pixels(high - first)} 1,{Pixels(high - last)} 1,{Pixels(high)} 0,{Pixels(high)}"
                )
            );
        }
        Line("edge", left, Base - low, right, Base - high);
    }

    private void Dot(int band)
    {
        var held = rule.Linear || rule.Boundary is Boundary.Lower || band + below == 0;
        var holder =
            held ? rule.Bands[band].Points
            : band == 0 ? rule.Below
            : rule.Bands[band - 1].Points;
        html.Empty(
            "circle",
            "held",
            ("cx", Across(Edge(band))),
            ("cy", Pixels(Base - Rise(holder.Value))),
            ("r", "2.5")
        );
        if (rule.Linear)
        {
            var y = Base - Rise(holder.Value) - LabelGap;
            Text("given", Edge(band), y, words.Number(holder.Value));
        }
    }

    private void Line(string css, decimal x1, decimal y1, decimal x2, decimal y2) =>
        html.Empty(
            "line",
            css,
            ("x1", Across(x1)),
            ("y1", Pixels(y1)),
            ("x2", Across(x2)),
            ("y2", Pixels(y2))
        );

    private void Text(string css, decimal x, decimal y, string text) =>
        html.Plain("text", text, css, ("x", Across(x)), ("y", Pixels(y)));

    private string Across(decimal x) => Percent(mirrored ? 100 - x : x);

    private static string Percent(decimal share) =>
        decimal.Round(share, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private static string Pixels(decimal y) =>
        decimal.Round(y, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
