using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Jobs;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>With its publication somebody begins to tell the firms: there are too many of them for one change.</summary>
public sealed class RulebookIsAnnounced(KarvanContext db, TimeProvider clock)
    : IReact<RulebookPublished>
{
    public Task React(RulebookPublished happened, CancellationToken cancellation)
    {
        db.Jobs.Add(
            Job.Ask(
                TellFirmsOfRulebook.JobKind,
                // Jobs are no body's own: whoever watches over them sees all.
                happened.Subject with
                {
                    Body = Body.Shared,
                },
                db.Author,
                clock.GetUtcNow().UtcDateTime
            )
        );
        return Task.CompletedTask;
    }
}

/// <summary>
/// Tells everybody who acts for a firm of a rulebook and of its lists of countries, each once: who was told last is saved with the
/// notices, so that another try goes on behind them.
/// </summary>
public sealed class TellFirmsOfRulebook(
    KarvanContext db,
    RulebookLibrary library,
    IServiceProvider services
) : IJobWork
{
    private const int PeopleAtATime = 200;

    /// <summary>What its jobs are filed under.</summary>
    public const string JobKind = "tell-rulebook";

    public string Kind => JobKind;

    public async Task Run(JobRun run, CancellationToken cancellation)
    {
        // Asked for here: a process that writes no letters, such as the import of the command line, makes its jobs as well.
        var notice = services.GetRequiredService<PostNotice>();
        var book = await db
            .PublishedRulebooks.AsNoTracking()
            .SingleAsync(b => b.Id == run.SubjectId, cancellation);
        var change = ListChange.Of(library, book);
        var told = Guid.TryParse(run.Checkpoint, out var last) ? last : Guid.Empty;
        var readers = await db
            .Users.AsNoTracking()
            .Where(u =>
                u.LockedAt == null
                && db.Set<Grant>()
                    .Any(g => g.PersonId == u.Id && g.Role == Role.FirmUser && !g.IsClaim)
            )
            .Select(u => u.Id)
            .ToListAsync(cancellation);
        // In an order of our own: each database puts ids in another one.
        foreach (
            var ids in readers.Where(id => id.CompareTo(told) > 0).Order().Chunk(PeopleAtATime)
        )
        {
            var some = await db.Users.Where(u => ids.Contains(u.Id)).ToListAsync(cancellation);
            await run.Step(
                db,
                async () =>
                {
                    foreach (var reader in some)
                    {
                        notice.To(
                            reader,
                            RulebookNotices.Announced,
                            ("title", book.TitleFa),
                            ("count", change.Countries.Count),
                            ("added", change.Added.Count),
                            ("removed", change.Removed.Count),
                            ("id", book.Id)
                        );
                    }
                    await db.SaveChangesAsync(cancellation);
                },
                cancellation,
                $"{ids[^1]}"
            );
            db.ChangeTracker.Clear();
        }
    }

    public Task GiveUp(JobRun run, JobState outcome, CancellationToken cancellation) =>
        Task.CompletedTask;
}
