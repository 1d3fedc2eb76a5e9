using System.Globalization;
using Karvan.Web.Components.Texts;

namespace Karvan.Web.Components.Drawings;

/// <summary>
/// The band scale of a criterion for one exporter: its bands as steps whose height is their points, where it stands, and
/// what the next band asks.
/// </summary>
/// <param name="Bands">In rising order; the first may hold everything below the first threshold.</param>
/// <param name="Stands">The place of the band that holds the measure; null where nothing was measured.</param>
public sealed record BandScaleDrawing(
    string Id,
    Said Title,
    Said Unit,
    IReadOnlyList<ScaleBand> Bands,
    int? Stands
)
{
    public const int Top = 34;
    public const int Plot = 96;
    public const int Base = Top + Plot;
    public const int Height = Base + 8;
    private const decimal Least = 3;

    public decimal Max => Bands.Max(b => b.Points);

    public ScaleBand? Here => Stands is { } at ? Bands[at] : null;

    public ScaleBand? Next => Stands is { } at && at + 1 < Bands.Count ? Bands[at + 1] : null;

    /// <summary>The steps as rectangles, from right to left where the page is.</summary>
    public IEnumerable<ScaleStep> Steps(bool mirrored)
    {
        var width = 100m / Bands.Count;
        for (var i = 0; i < Bands.Count; i++)
        {
            var height = Math.Max(Least, Max == 0 ? 0 : Plot * Bands[i].Points / Max);
            var place =
                i == Stands ? "here"
                : i == Stands + 1 ? "next"
                : i < Stands ? "passed"
                : "ahead";
            yield return new ScaleStep(
                Bands[i],
                place,
                Text(mirrored ? 100 - width * (i + 1) : width * i),
                Text(mirrored ? 100 - width * (i + 0.5m) : width * (i + 0.5m)),
                Text(mirrored ? 100 - width * i : width * i),
                Text(Base - height),
                Text(width),
                Text(height)
            );
        }
    }

    private static string Text(decimal number) =>
        decimal.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="From">Where the band begins; null for what lies below the first.</param>
public sealed record ScaleBand(decimal? From, decimal Points);

/// <param name="Place">here, next, passed or ahead.</param>
/// <param name="Edge">Where the band begins.</param>
public sealed record ScaleStep(
    ScaleBand Band,
    string Place,
    string X,
    string Middle,
    string Edge,
    string Y,
    string Width,
    string Height
);
