using System.Runtime.CompilerServices;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Karvan.Platform.Accounts;

/// <summary>A session that goes on, whose it is, and what they were granted.</summary>
internal sealed record ResumedSession(
    Session Session,
    string FullName,
    bool HasSecondFactor,
    List<Grant> Grants,
    int NewNotices
)
{
    private delegate Task<ResumedSession?> Question(
        KarvanContext db,
        Guid session,
        DateTime since,
        CancellationToken cancellation
    );

    /// <summary>Translated once for each model: it stands before every page, and translating takes longer than asking.</summary>
    private static readonly ConditionalWeakTable<IModel, Question> Questions = [];

    /// <param name="since">What began before is over, however much it was used.</param>
    /// <returns>Null when the session is over, or the person shut out.</returns>
    public static Task<ResumedSession?> Find(
        KarvanContext db,
        Guid session,
        DateTime since,
        CancellationToken cancellation
    ) => Questions.GetValue(db.Model, _ => Translated())(db, session, since, cancellation);

    private static Question Translated() =>
        new(
            EF.CompileAsyncQuery(
                (KarvanContext db, Guid session, DateTime since, CancellationToken cancellation) =>
                    (
                        from s in db.Set<Session>().AsNoTracking()
                        join p in db.Set<Person>().AsNoTracking() on s.PersonId equals p.Id
                        where
                            s.Id == session
                            && s.EndedAt == null
                            && s.StartedAt > since
                            && p.LockedAt == null
                        select new ResumedSession(
                            s,
                            p.FullName,
                            p.TwoFactorEnabled,
                            db.Set<Grant>()
                                .Where(g => g.PersonId == s.PersonId)
                                .OrderBy(g => g.Id)
                                .ToList(),
                            db.Set<Notice>()
                                .IgnoreQueryFilters()
                                .Count(n => n.PersonId == s.PersonId && n.ReadAt == null)
                        )
                    ).SingleOrDefault()
            )
        );
}
