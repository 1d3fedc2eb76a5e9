using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Notices;

/// <summary>The letters of a day went out.</summary>
/// <param name="Letters">How many.</param>
public sealed record DigestsSent(int Letters)
    : DomainEvent(new Subject(nameof(AuditChain), null, Body.Shared));

/// <summary>What a digest is made of.</summary>
public static class DigestNotices
{
    /// <summary>With <c>count</c> and <c>notices</c>, a line each.</summary>
    public static readonly NoticeKind Digest = new("digest-letter.Day") { IsSealed = true };
}

/// <summary>
/// Gathers what waits for the letter of the day into one letter a person, once a day in the morning of Tehran; whatever was
/// read in the application meanwhile is left out.
/// </summary>
public sealed class SendDigests(
    KarvanContext db,
    Changes changes,
    PostNotice notice,
    TimeProvider clock
)
{
    /// <summary>Before this hour of Tehran nothing goes out.</summary>
    private const int Morning = 7;

    /// <returns>How many letters were written; 0 where it is too early, or done for the day.</returns>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var begin = TehranTime.StartOf(TehranTime.DayOf(now)).AddHours(Morning);
        if (now < begin)
        {
            return 0;
        }
        await using var change = await changes.Begin(PlatformActs.RunSystem, cancellation);
        // Of several processes one is first; the others see its event.
        await change.Alone(AuditChain.SubjectOf(Body.Shared, null), cancellation);
        if (
            await db.AuditEvents.AnyAsync(
                e => e.Kind == nameof(DigestsSent) && e.At >= begin,
                cancellation
            )
        )
        {
            return 0;
        }
        var waiting = await db.Set<Notice>()
            .Where(n => n.ForDigest)
            .OrderBy(n => n.WrittenAt)
            .ThenBy(n => n.Id)
            .ToListAsync(cancellation);
        if (waiting.Count == 0)
        {
            return 0;
        }
        var letters = 0;
        foreach (var own in waiting.GroupBy(n => n.PersonId))
        {
            letters += await Write([.. own.Where(n => n.ReadAt is null)], own.Key, cancellation);
            foreach (var told in own)
            {
                told.Digested();
            }
        }
        await change.Commit(new DigestsSent(letters), cancellation);
        return letters;
    }

    private async Task<int> Write(
        IReadOnlyList<Notice> notices,
        Guid person,
        CancellationToken cancellation
    )
    {
        var reader = await db.Users.SingleAsync(p => p.Id == person, cancellation);
        if (notices.Count == 0 || reader.LockedAt is not null)
        {
            return 0;
        }
        var language = Languages.Of(reader.Language);
        notice.To(
            reader,
            DigestNotices.Digest,
            ("count", notices.Count),
            ("notices", string.Join('\n', notices.Select(n => $"• {n.Title(language)}")))
        );
        return 1;
    }
}
