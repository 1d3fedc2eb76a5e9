using System.Linq.Expressions;
using Karvan.Platform.Searching;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Modules;

/// <summary>How <see cref="INameRecords"/> finds records by their names, whatever they are.</summary>
internal static class SoughtNames
{
    /// <summary>How many of a kind are looked for at once.</summary>
    private const int Most = 200;

    /// <param name="holds">Whether the name of a record holds a word.</param>
    public static async Task<IReadOnlyCollection<Guid>> Sought<T>(
        this IQueryable<T> records,
        SoughtWords sought,
        Expression<Func<T, Guid>> id,
        Func<string, Expression<Func<T, bool>>> holds,
        CancellationToken cancellation
    ) =>
        await records
            .WhereWords(sought.Text, holds)
            .OrderBy(id)
            .Select(id)
            .Take(Most)
            .ToListAsync(cancellation);
}
