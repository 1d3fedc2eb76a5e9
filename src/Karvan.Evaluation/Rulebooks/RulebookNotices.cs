using Karvan.Evaluation.Authorization;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Rulebooks;

/// <summary>What officers are told about drafts: <c>title</c> of the rulebook, who wrote or decided, and the <c>remark</c>.</summary>
public static class RulebookNotices
{
    /// <summary>To those who may approve it.</summary>
    public static readonly NoticeKind Sent = new("rulebook-letter.Sent");

    /// <summary>To its drafter.</summary>
    public static readonly NoticeKind Returned = new("rulebook-letter.Returned");

    public static readonly NoticeKind Approved = new("rulebook-letter.Approved");

    /// <summary>To everybody who acts for a firm: how many countries its list has, and how many came and went.</summary>
    public static readonly NoticeKind Announced = new("rulebook-news.Announced");
}

/// <summary>Who may approve a draft is told that it waits, and its drafter what was decided.</summary>
public sealed class RulebookLetters(KarvanContext db, PostNotice notice)
    : IReact<RulebookDraftSent>,
        IReact<RulebookDraftReturned>,
        IReact<RulebookPublished>
{
    public async Task React(RulebookDraftSent happened, CancellationToken cancellation)
    {
        var draft = await Draft(happened.Subject.Id, cancellation);
        foreach (var reader in await Approvers(draft.DrafterId, cancellation))
        {
            Tell(reader, RulebookNotices.Sent, draft, ("person", draft.DrafterName));
        }
    }

    public async Task React(RulebookDraftReturned happened, CancellationToken cancellation)
    {
        var draft = await Draft(happened.Subject.Id, cancellation);
        Tell(
            await Drafter(draft, cancellation),
            RulebookNotices.Returned,
            draft,
            ("remark", happened.Reason)
        );
    }

    public async Task React(RulebookPublished happened, CancellationToken cancellation)
    {
        var book =
            await db.PublishedRulebooks.FindAsync([happened.Subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{happened.Subject} is no rulebook.");
        var draft = await Draft(book.DraftId, cancellation);
        Tell(
            await Drafter(draft, cancellation),
            RulebookNotices.Approved,
            draft,
            ("person", book.ApproverName)
        );
    }

    private void Tell(
        Person reader,
        NoticeKind kind,
        RulebookDraft draft,
        (string Name, object? Value) said
    ) => notice.To(reader, kind, ("title", draft.TitleFa), said, ("id", draft.Id));

    private async Task<RulebookDraft> Draft(Guid? id, CancellationToken cancellation) =>
        await db.RulebookDrafts.FindAsync([id], cancellation)
        ?? throw new InvalidOperationException($"{id} is no draft of a rulebook.");

    private Task<Person> Drafter(RulebookDraft draft, CancellationToken cancellation) =>
        db.Users.SingleAsync(p => p.Id == draft.DrafterId, cancellation);

    private async Task<IReadOnlyList<Person>> Approvers(
        Guid drafter,
        CancellationToken cancellation
    )
    {
        var roles = EvaluationActs
            .PublishRulebook.Permits.Select(p => p.Role)
            .OfType<Role>()
            .ToList();
        var grants = await (
            from grant in db.Grants
            join person in db.Users on grant.PersonId equals person.Id
            where roles.Contains(grant.Role) && person.LockedAt == null && person.Id != drafter
            select new { grant, person }
        ).ToListAsync(cancellation);
        return
        [
            .. grants
                .Where(g =>
                    Access.Allows(
                        Actor.Of(g.person.Id, g.person.FullName, [g.grant], null),
                        EvaluationActs.PublishRulebook,
                        RulebookDraft.SubjectOf()
                    )
                )
                .Select(g => g.person)
                .DistinctBy(p => p.Id),
        ];
    }
}
