using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>
/// A paper about a firm reaches everybody who acts for it, when it gets its number and when it is withdrawn. A draft never
/// left the office: nobody is told of it.
/// </summary>
public sealed class FirmsAreWrittenTo(KarvanContext db, PostNotice notice)
    : IReact<PaperNumbered>,
        IReact<PaperWithdrawn>
{
    public Task React(PaperNumbered happened, CancellationToken cancellation) =>
        Tell(happened.Subject, PaperNotices.Issued, [], cancellation);

    public Task React(PaperWithdrawn happened, CancellationToken cancellation) =>
        Tell(happened.Subject, PaperNotices.Withdrawn, [("reason", happened.Reason)], cancellation);

    private async Task Tell(
        Subject subject,
        NoticeKind kind,
        (string, object?)[] more,
        CancellationToken cancellation
    )
    {
        var paper =
            await db.OfficialPapers.FindAsync([subject.Id], cancellation)
            ?? throw new InvalidOperationException($"{subject} was changed and is no paper.");
        if (paper.Number is null || paper.EnterpriseId is not { } firm)
        {
            return;
        }
        var readers = await db.PeopleOf(firm, claims: false, cancellation);
        foreach (var reader in readers)
        {
            notice.To(
                reader,
                kind,
                [("title", paper.Title), ("number", paper.Number), ("id", paper.Id), .. more]
            );
        }
    }
}
