using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
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
    DateOnly? To = null
)
{
    /// <summary>Records whose events are found by <see cref="Words"/> too: those whose name holds them.</summary>
    public IReadOnlyCollection<Guid> Subjects { get; init; } = [];
}

/// <summary>Looks through the record of changes, in the chains that somebody may read; which these are, access decides.</summary>
public sealed class AuditSearch(KarvanContext db)
{
    /// <param name="chains">Keys of the chains to look through.</param>
    public FoundRows<AuditEvent> Rows(AuditQuery question, IReadOnlyCollection<string> chains)
    {
        var kinds = question.Kinds ?? [];
        var subjects = question.Subjects.Select(s => (Guid?)s).ToList();
        return new QueriedRows<AuditEvent>(
            db.AuditEvents.AsNoTracking()
                .Where(e => chains.Contains(e.Chain))
                .WhereAsked(
                    question.Words?.Trim(),
                    words =>
                        e =>
                            e.AuthorName.Contains(words)
                            || kinds.Contains(e.Kind)
                            || subjects.Contains(e.SubjectId)
                            || e.Content.Contains(words)
                )
                .WhereAsked(question.Kind, kind => e => e.Kind == kind)
                // Days begin at midnight in Tehran.
                .WhereAsked(Start(question.From), start => e => e.At >= start)
                .WhereAsked(Start(question.To?.AddDays(1)), end => e => e.At < end)
                // By what the hashes are over, and not by the number of the row, which nothing holds.
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Chain)
                .ThenByDescending(e => e.Number)
        );
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

    private static DateTime? Start(DateOnly? day) =>
        day is { } known ? TehranTime.StartOf(known) : null;
}
