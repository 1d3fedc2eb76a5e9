using Karvan.Core.Persistence;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Audit;

/// <param name="Words">Looked for in names of authors, kinds of events and what changed.</param>
public sealed record AuditQuestion(
    string? Words = null,
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
        AuditQuestion question,
        IReadOnlyCollection<string> chains,
        CancellationToken cancellation = default
    )
    {
        var found = db.AuditEvents.AsNoTracking().Where(e => chains.Contains(e.Chain));
        if (!string.IsNullOrWhiteSpace(question.Words))
        {
            var words = question.Words.Trim();
            found = found.Where(e =>
                e.AuthorName.Contains(words) || e.Kind.Contains(words) || e.Content.Contains(words)
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

    /// <summary>Days begin at midnight in Tehran.</summary>
    private static DateTime Day(DateOnly day) => TehranTime.StartOf(day);
}
