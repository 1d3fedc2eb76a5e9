using System.Linq.Expressions;
using Karvan.Platform.Values;

namespace Karvan.Platform.Searching;

/// <summary>Filters that hold where something is asked for, and let all rows pass where nothing is.</summary>
public static class RowFilters
{
    /// <summary>Every word that was typed is found, in whatever spelling.</summary>
    public static IQueryable<TRow> WhereWords<TRow>(
        this IQueryable<TRow> rows,
        string? typed,
        Func<string, Expression<Func<TRow, bool>>> found
    ) => PersianText.Words(typed).Aggregate(rows, (left, word) => left.Where(found(word)));

    public static IQueryable<TRow> WhereAsked<TRow>(
        this IQueryable<TRow> rows,
        string? asked,
        Func<string, Expression<Func<TRow, bool>>> holds
    ) => string.IsNullOrEmpty(asked) ? rows : rows.Where(holds(asked));

    public static IQueryable<TRow> WhereAsked<TRow, TValue>(
        this IQueryable<TRow> rows,
        TValue? asked,
        Func<TValue, Expression<Func<TRow, bool>>> holds
    )
        where TValue : struct => asked is { } value ? rows.Where(holds(value)) : rows;
}
