using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Searching;

/// <summary>What a search finds. Nothing is read before a page of it, or all of it, is asked for.</summary>
public abstract class FoundRows<TRow>
{
    /// <returns>The rows of the page, and how many there are on all pages.</returns>
    public abstract Task<(IReadOnlyList<TRow> Rows, int Total)> Page(
        int skip = 0,
        int take = 25,
        CancellationToken cancellation = default
    );

    /// <summary>All pages, row by row as they come.</summary>
    public abstract IAsyncEnumerable<TRow> All();
}

/// <summary>Rows that are all at hand.</summary>
public sealed class RowsAtHand<TRow>(IReadOnlyList<TRow> rows) : FoundRows<TRow>
{
    public IReadOnlyList<TRow> Rows => rows;

    public override Task<(IReadOnlyList<TRow> Rows, int Total)> Page(
        int skip = 0,
        int take = 25,
        CancellationToken cancellation = default
    ) => Task.FromResult<(IReadOnlyList<TRow>, int)>(([.. rows.Skip(skip).Take(take)], rows.Count));

    public override IAsyncEnumerable<TRow> All() => rows.ToAsyncEnumerable();
}

/// <summary>Rows of the database.</summary>
/// <param name="rows">In their order, which no two of them share.</param>
public sealed class QueriedRows<TRow>(IQueryable<TRow> rows) : FoundRows<TRow>
{
    public override async Task<(IReadOnlyList<TRow> Rows, int Total)> Page(
        int skip = 0,
        int take = 25,
        CancellationToken cancellation = default
    )
    {
        var page = await rows.Skip(skip).Take(take).ToListAsync(cancellation);
        // A page that is not full is the last one, and says how many there are.
        var total =
            page.Count < take && (page.Count > 0 || skip == 0)
                ? skip + page.Count
                : await rows.CountAsync(cancellation);
        return (page, total);
    }

    public override IAsyncEnumerable<TRow> All() => rows.AsAsyncEnumerable();
}
