using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Notices;

/// <summary>Somebody chose how they want to be told.</summary>
public sealed record NoticesChosen(Subject Subject) : DomainEvent(Subject);

/// <param name="Topic"><see cref="NoticeKind.Topic"/>.</param>
public sealed record TopicChoice(string Topic, MailPace Mail, bool Sms);

/// <summary>How somebody wants to be told, topic by topic.</summary>
public sealed class ChooseNotices(KarvanContext db, Changes changes)
{
    /// <param name="topics">What there is to choose for, as the modules declare it.</param>
    /// <returns>For each of them what is chosen, or what holds where nothing is.</returns>
    public async Task<IReadOnlyList<TopicChoice>> Of(
        Guid person,
        IReadOnlyList<string> topics,
        CancellationToken cancellation = default
    )
    {
        var chosen = (
            await db.Users.AsNoTracking().SingleAsync(p => p.Id == person, cancellation)
        ).Choices;
        return
        [
            .. topics.Select(topic =>
                chosen.FirstOrDefault(c => c.Topic == topic) is { } choice
                    ? new TopicChoice(topic, choice.Mail, choice.Sms)
                    : new TopicChoice(topic, MailPace.AtOnce, Sms: false)
            ),
        ];
    }

    public async Task Run(
        Guid person,
        IReadOnlyList<TopicChoice> choices,
        CancellationToken cancellation = default
    )
    {
        await using var change = await changes.Begin(PlatformActs.ManageOwnAccount, cancellation);
        var reader = await db.Users.SingleAsync(p => p.Id == person, cancellation);
        foreach (var (topic, mail, sms) in choices)
        {
            reader.Choose(topic, mail, sms);
        }
        await change.Commit(new NoticesChosen(reader.Subject), cancellation);
    }
}
