using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>One application, if the asker may see it.</summary>
public sealed class PromoterFile(KarvanContext db)
{
    /// <summary>With the interviews: for those who read applications, never for the applicant.</summary>
    public Task<Promoter?> WithInterviews(Guid id, CancellationToken cancellation = default) =>
        db
            .Promoters.AsNoTracking()
            .WithAnswers()
            .Include(p => p.Interviews.OrderBy(i => i.WrittenAt))
                .ThenInclude(i => i.Findings.OrderBy(f => f.Id))
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>Somebody's own: the one that is open, or else the last.</summary>
    public Task<Promoter?> OwnOf(Guid person, CancellationToken cancellation = default) =>
        db
            .Promoters.AsNoTracking()
            .WithAnswers()
            .Where(p => p.PersonId == person)
            .OrderBy(p => p.ClosedAt == null ? 0 : 1)
            .ThenByDescending(p => p.BegunAt)
            .FirstOrDefaultAsync(cancellation);
}

internal static class PromoterQueries
{
    public static IQueryable<Promoter> WithAnswers(this IQueryable<Promoter> promoters) =>
        promoters
            .Include(p => p.Fields)
            .Include(p => p.Languages)
            .Include(p => p.Courses)
            .AsSplitQuery();
}
