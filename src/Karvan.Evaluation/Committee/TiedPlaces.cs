using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Rules.Scoring;

namespace Karvan.Evaluation.Committee;

/// <summary>The last places of a province, or of one of its product groups, over which several exporters are level.</summary>
/// <param name="ProductGroup">Null where ranking is by province alone, and for those who apply with all goods.</param>
/// <param name="Places">How many are left; fewer than there are exporters.</param>
public sealed record TiedPlaces(
    string Province,
    string? ProductGroup,
    int Places,
    IReadOnlyList<ResultRow> Level
)
{
    /// <summary>Those of a result, in its order.</summary>
    /// <param name="winners">Places by province.</param>
    public static IReadOnlyList<TiedPlaces> Of(
        IReadOnlyList<ResultRow> rows,
        RankedWithin within,
        Func<string, int> winners
    ) =>
        [
            .. rows.GroupBy(r => PoolOf(r, within))
                .Where(pool => pool.Any(r => r.Status is ExporterStatus.Tied))
                .Select(pool => new TiedPlaces(
                    pool.Key.Province,
                    pool.Key.Group,
                    winners(pool.Key.Province) - pool.Count(r => r.Status is ExporterStatus.Winner),
                    [.. pool.Where(r => r.Status is ExporterStatus.Tied).OrderBy(r => r.Place)]
                )),
        ];

    internal static (string Province, string? Group) PoolOf(ResultRow row, RankedWithin within) =>
        (row.Province, within is RankedWithin.ProvinceAndGroup ? row.ProductGroup : null);
}
