using System.Globalization;
using System.Reflection;
using Karvan.Evaluation.Results;
using Karvan.Rules.Explanations;

namespace Karvan.Evaluation.Release;

/// <summary>
/// How points lie in a province, exactly: a quartile is the points of an exporter, the least that a quarter of all do not
/// exceed; nothing is interpolated. The removed are not among them.
/// </summary>
internal static class PointSpreads
{
    private const string File = "score-spread.csv";
    private const string Column = "least_exporters";

    /// <summary>With fewer exporters the spread of a province would tell of one of them: <c>score-spread.csv</c>.</summary>
    public static int LeastExporters { get; } = Read();

    /// <param name="scored">All of one province.</param>
    /// <returns>The total first, with an empty name; none where there are too few.</returns>
    public static IReadOnlyList<PointSpread> Of(
        IReadOnlyList<(ResultRow Row, Explanation Explained)> scored
    )
    {
        var counted = scored.Where(s => s.Row.Rank is not null).ToList();
        return counted.Count < LeastExporters
            ? []
            :
            [
                Of("", counted.ConvertAll(s => s.Explained.Total)),
                .. counted[0]
                    .Explained.Criteria.Select(
                        (criterion, place) =>
                            Of(
                                criterion.Id,
                                counted.ConvertAll(s => s.Explained.Criteria[place].Points)
                            )
                    ),
            ];
    }

    internal static PointSpread Of(string criterion, List<decimal> points)
    {
        points.Sort();
        decimal At(int quarters) => points[(points.Count * quarters + 3) / 4 - 1];
        return new PointSpread(
            criterion,
            points.Count,
            decimal.Round(points.Sum() / points.Count, 2, MidpointRounding.AwayFromZero),
            At(1),
            At(2),
            At(3)
        );
    }

    private static int Read()
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is missing.");
        using var reader = new StreamReader(stream);
        return
            reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)
                is [Column, var number, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && least > 0
            ? least
            : throw new InvalidOperationException(
                $"{File}: '{Column}' and a number above 0 in the line below it were expected."
            );
    }
}
