using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>Counts rows by periods of time, in one question.</summary>
public static class PeriodCounts
{
    /// <param name="at">When a row happened.</param>
    /// <param name="starts">When each period begins, in rising order; a period ends where the next one begins, the last one never.</param>
    /// <returns>How many rows lie before the first period, and in each.</returns>
    public static async Task<(int Before, IReadOnlyList<int> In)> CountByPeriod<T, TAt>(
        this IQueryable<T> rows,
        Expression<Func<T, TAt>> at,
        IReadOnlyList<TAt> starts,
        CancellationToken cancellation = default
    )
        where TAt : struct
    {
        // How many periods have begun when the row happens.
        Expression begun = Expression.Constant(0);
        foreach (var start in starts)
        {
            // Captured, so that it is a value of the query and no part of it.
            Expression<Func<TAt>> value = () => start;
            begun = Expression.Add(
                begun,
                Expression.Condition(
                    Expression.GreaterThanOrEqual(at.Body, value.Body),
                    Expression.Constant(1),
                    Expression.Constant(0)
                )
            );
        }
        var counts = await rows.GroupBy(Expression.Lambda<Func<T, int>>(begun, at.Parameters))
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return (
            counts.GetValueOrDefault(0),
            [.. starts.Select((_, i) => counts.GetValueOrDefault(i + 1))]
        );
    }
}
