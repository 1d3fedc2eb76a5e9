using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>What of the jobs is asked for.</summary>
public sealed record JobQuery(JobState? State, string? Kind, int Page, int PageSize);

/// <summary>The jobs that somebody may see, those asked for last first.</summary>
public sealed class JobSearch(KarvanContext db)
{
    public async Task<(IReadOnlyList<Job> Jobs, int Total)> Find(
        JobQuery question,
        CancellationToken cancellation = default
    )
    {
        var found = Asked(question);
        var total = await found.CountAsync(cancellation);
        var jobs = await found
            .OrderByDescending(j => j.Id)
            .Skip((Math.Max(1, question.Page) - 1) * question.PageSize)
            .Take(question.PageSize)
            .ToListAsync(cancellation);
        return (jobs, total);
    }

    public IAsyncEnumerable<Job> All(JobQuery question) =>
        Asked(question).OrderByDescending(j => j.Id).AsAsyncEnumerable();

    /// <returns>Null for one that is not there, or not the asker's to see.</returns>
    public Task<Job?> One(Guid id, CancellationToken cancellation = default) =>
        db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancellation);

    private IQueryable<Job> Asked(JobQuery question) =>
        db
            .Jobs.AsNoTracking()
            .Where(j => question.State == null || j.State == question.State)
            .Where(j => question.Kind == null || j.Kind == question.Kind);
}
