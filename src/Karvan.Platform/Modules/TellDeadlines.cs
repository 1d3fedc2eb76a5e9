using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Deadlines;
using Karvan.Platform.Events;
using Karvan.Platform.Notices;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Modules;

/// <summary>People were reminded of deadlines.</summary>
/// <param name="Deadlines">How many.</param>
public sealed record DeadlinesTold(int Deadlines)
    : DomainEvent(new Subject(nameof(AuditChain), null, Body.Shared));

/// <summary>With <c>what</c>, <c>about</c>, <c>day</c> and the <c>subject</c> that it leads to.</summary>
public static class DeadlineNotices
{
    public static readonly NoticeKind Coming = new("deadline-letter.Coming");
    public static readonly NoticeKind Over = new("deadline-letter.Over");
}

/// <summary>
/// Reminds those who act for a firm of its deadlines, on the days that the tables of the modules name, and once when one went
/// by; each time once, whoever else runs this. Where several of these days went by since, the last one counts.
/// </summary>
public sealed class TellDeadlines(
    KarvanContext db,
    Changes changes,
    PostNotice notice,
    TimeProvider clock
)
{
    /// <summary>What went by longer ago is news to nobody: a round that stood still makes up for no more.</summary>
    private const int DaysBack = 14;

    /// <returns>Of how many deadlines people were told.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        // Of several processes one is first; the others find what it told.
        await change.Alone(AuditChain.SubjectOf(Body.Shared, null), cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var told = 0;
        foreach (var module in ModuleCatalog.All)
        {
            var reminders = ReminderTable.Of(module.GetType().Assembly);
            foreach (var kind in module.Deadlines)
            {
                told += await Tell(kind, reminders[kind.Name], now, cancellation);
            }
        }
        if (told > 0)
        {
            await change.Commit(new DeadlinesTold(told), cancellation);
        }
        return told;
    }

    private async Task<int> Tell(
        DeadlineKind kind,
        IReadOnlyList<int> reminders,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var today = TehranTime.DayOf(now);
        var near = await kind.Between(db, today.AddDays(-DaysBack), today.AddDays(reminders[0]))
            .ToListAsync(cancellation);
        var ids = near.Select(d => d.SubjectId).ToList();
        var before = await db.Set<ToldDeadline>()
            .AsNoTracking()
            .Where(t => t.Kind == kind.Name && ids.Contains(t.SubjectId))
            .ToListAsync(cancellation);
        var told = 0;
        foreach (var deadline in near.OrderBy(d => d.Day).ThenBy(d => d.SubjectId))
        {
            var left = deadline.Day.DayNumber - today.DayNumber;
            var due = reminders.Where(r => left <= r).DefaultIfEmpty(int.MaxValue).Min();
            if (
                due == int.MaxValue
                || before.Exists(t =>
                    t.SubjectId == deadline.SubjectId
                    && t.Day == deadline.Day
                    && t.DaysBefore <= due
                )
            )
            {
                continue;
            }
            await Write(kind, deadline, isOver: left < 0, cancellation);
            db.Add(ToldDeadline.Of(kind.Name, deadline, due, now));
            told++;
        }
        return told;
    }

    private async Task Write(
        DeadlineKind kind,
        Deadline deadline,
        bool isOver,
        CancellationToken cancellation
    )
    {
        if (deadline.EnterpriseId is not { } firm)
        {
            return;
        }
        foreach (var reader in await db.PeopleOf(firm, claims: false, cancellation))
        {
            notice.To(
                reader,
                isOver ? DeadlineNotices.Over : DeadlineNotices.Coming,
                ("what", new NoticeWords($"deadline.{kind.Name}")),
                ("about", deadline.About),
                ("day", deadline.Day),
                (
                    "subject",
                    new Subject(
                        deadline.SubjectKind,
                        deadline.SubjectId,
                        Body.Shared,
                        EnterpriseId: firm
                    )
                )
            );
        }
    }
}
