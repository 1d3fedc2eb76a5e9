using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <param name="Words">Looked for in names of authors and in what changed.</param>
/// <param name="Kinds">Kinds of events that are found by <paramref name="Words"/> too: those whose name holds them in the reader's language.</param>
/// <param name="Kind">None but this one.</param>
/// <param name="From">The first day, in Tehran.</param>
/// <param name="To">The last day, in Tehran.</param>
public sealed record AuditQuery(
    string? Words = null,
    IReadOnlyCollection<string>? Kinds = null,
    string? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null,
    int Page = 1,
    int PageSize = 50
);

/// <summary>Looks through the record of changes, in the chains that somebody may read; which these are, access decides.</summary>
public sealed class AuditSearch(KarvanContext db)
{
    /// <param name="chains">Keys of the chains to look through.</param>
    public async Task<(IReadOnlyList<AuditEvent> Events, int Total)> Find(
        AuditQuery question,
        IReadOnlyCollection<string> chains,
        CancellationToken cancellation = default
    )
    {
        var found = db.AuditEvents.AsNoTracking().Where(e => chains.Contains(e.Chain));
        if (!string.IsNullOrWhiteSpace(question.Words))
        {
            var words = question.Words.Trim();
            var kinds = question.Kinds ?? [];
            found = found.Where(e =>
                e.AuthorName.Contains(words) || kinds.Contains(e.Kind) || e.Content.Contains(words)
            );
        }
        if (!string.IsNullOrEmpty(question.Kind))
        {
            found = found.Where(e => e.Kind == question.Kind);
        }
        if (question.From is { } from)
        {
            var start = Day(from);
            found = found.Where(e => e.At >= start);
        }
        if (question.To is { } to)
        {
            var end = Day(to.AddDays(1));
            found = found.Where(e => e.At < end);
        }
        var total = await found.CountAsync(cancellation);
        var events = await found
            .OrderByDescending(e => e.Id)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (events, total);
    }

    /// <summary>One event of those chains; null where there is none.</summary>
    public Task<AuditEvent?> One(
        long id,
        IReadOnlyCollection<string> chains,
        CancellationToken cancellation = default
    ) =>
        db
            .AuditEvents.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == id && chains.Contains(e.Chain), cancellation);

    /// <summary>The newest link of every chain, to be kept where nobody can write over it.</summary>
    public Task<List<ChainHead>> Heads(CancellationToken cancellation = default) =>
        db
            .AuditChains.AsNoTracking()
            .Where(c => c.Length > 0)
            .OrderBy(c => c.Key)
            .Select(c => new ChainHead(c.Key, c.Length, c.Head))
            .ToListAsync(cancellation);

    /// <summary>Days begin at midnight in Tehran.</summary>
    private static DateTime Day(DateOnly day) => TehranTime.StartOf(day);
}
