using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

/// <summary>What an administrator did to an account reaches its holder, with the reason; a changed address, the address that was theirs before.</summary>
public sealed class HoldersAreWrittenTo(KarvanContext db, PostNotice notice)
    : IReact<SecondFactorReset>,
        IReact<AccountLocked>,
        IReact<AccountUnlocked>,
        IReact<EmailChanged>
{
    public Task React(SecondFactorReset happened, CancellationToken cancellation) =>
        Tell(happened, AccountNotices.SecondFactorReset, cancellation);

    public Task React(AccountLocked happened, CancellationToken cancellation) =>
        Tell(happened, AccountNotices.Locked, cancellation);

    public Task React(AccountUnlocked happened, CancellationToken cancellation) =>
        Tell(happened, AccountNotices.Unlocked, cancellation);

    public async Task React(EmailChanged happened, CancellationToken cancellation) =>
        notice.To(
            await Holder(happened.Subject, cancellation),
            happened.Before,
            AccountNotices.EmailChanged
        );

    private async Task Tell(
        AccountKept happened,
        NoticeKind kind,
        CancellationToken cancellation
    ) => notice.To(await Holder(happened.Subject, cancellation), kind, ("reason", happened.Reason));

    private async Task<Person> Holder(Subject subject, CancellationToken cancellation) =>
        await db.Users.FindAsync([subject.Id], cancellation)
        ?? throw new InvalidOperationException($"{subject} was changed and is no account.");
}
