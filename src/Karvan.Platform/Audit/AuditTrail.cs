using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <summary>What happened to one record, newest first. Whoever asks must have been allowed to see the record.</summary>
public sealed class AuditTrail(KarvanContext db)
{
    private const int Most = 200;

    public Task<List<AuditEvent>> Of(Subject subject, CancellationToken cancellation = default) =>
        db
            .AuditEvents.AsNoTracking()
            .Where(e => e.SubjectKind == subject.Kind && e.SubjectId == subject.Id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Chain)
            .ThenByDescending(e => e.Number)
            .Take(Most)
            .ToListAsync(cancellation);
}
