using Karvan.Platform.Persistence;
using Karvan.Platform.Searching;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>What of the jobs is asked for.</summary>
public sealed record JobQuery(JobState? State = null, string? Kind = null);

/// <summary>The jobs that somebody may see, those asked for last first.</summary>
public sealed class JobSearch(KarvanContext db)
{
    public FoundRows<Job> Rows(JobQuery question) =>
        new QueriedRows<Job>(
            db.Jobs.AsNoTracking()
                .WhereAsked(question.State, state => j => j.State == state)
                .WhereAsked(question.Kind, kind => j => j.Kind == kind)
                .OrderByDescending(j => j.Id)
        );

    /// <returns>Null for one that is not there, or not the asker's to see.</returns>
    public Task<Job?> One(Guid id, CancellationToken cancellation = default) =>
        db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation);
}
