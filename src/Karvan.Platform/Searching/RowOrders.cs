using System.Linq.Expressions;

namespace Karvan.Platform.Searching;

/// <summary>The orders that a search knows, the usual one first.</summary>
/// <param name="last">Decides between equals, so that no row stands on two pages.</param>
public sealed class RowOrders<TRow>(Expression<Func<TRow, Guid>> last)
{
    private readonly List<(
        string Name,
        Func<IQueryable<TRow>, bool, IOrderedQueryable<TRow>> Order
    )> known = [];

    public RowOrders<TRow> By<TKey>(string name, Expression<Func<TRow, TKey>> key)
    {
        known.Add((name, (rows, down) => down ? rows.OrderByDescending(key) : rows.OrderBy(key)));
        return this;
    }

    /// <param name="then">Between those that are equal by the first.</param>
    public RowOrders<TRow> By<TKey, TThen>(
        string name,
        Expression<Func<TRow, TKey>> key,
        Expression<Func<TRow, TThen>> then
    )
    {
        known.Add(
            (
                name,
                (rows, down) =>
                    down
                        ? rows.OrderByDescending(key).ThenByDescending(then)
                        : rows.OrderBy(key).ThenBy(then)
            )
        );
        return this;
    }

    public IQueryable<TRow> Of(IQueryable<TRow> rows, SortOrder asked)
    {
        var at = known.FindIndex(o => string.Equals(o.Name, asked.By, StringComparison.Ordinal));
        return known[Math.Max(at, 0)].Order(rows, asked.Descending).ThenBy(last);
    }
}
