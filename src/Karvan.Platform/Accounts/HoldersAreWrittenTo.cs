using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Platform.Values;

namespace Karvan.Platform.Accounts;

/// <summary>
/// What was done to an account, or to its roles, reaches its holder, whoever did it: by an administrator with the reason; a
/// changed address reaches the one that was theirs before.
/// </summary>
public sealed class HoldersAreWrittenTo(KarvanContext db, PostNotice notice)
    : IReact<SecondFactorReset>,
        IReact<AccountLocked>,
        IReact<AccountUnlocked>,
        IReact<EmailChanged>,
        IReact<PasswordChanged>,
        IReact<PasswordReset>,
        IReact<SecondFactorOn>,
        IReact<SecondFactorOff>,
        IReact<RecoveryCodesRenewed>,
        IReact<GrantGiven>,
        IReact<GrantTaken>,
        IReact<ColleagueRemoved>
{
    /// <summary>By a colleague; whoever leaves a firm themselves knows it.</summary>
    public async Task React(ColleagueRemoved happened, CancellationToken cancellation)
    {
        if (happened.Person != db.Author.PersonId)
        {
            notice.To(
                await Holder(happened.Person, cancellation),
                AccountNotices.RoleTaken,
                ("role", new NoticeWords($"role.name.{Authorization.Role.FirmUser}"))
            );
        }
    }

    public async Task React(GrantGiven happened, CancellationToken cancellation)
    {
        var holder = await Holder(happened.Grant.PersonId, cancellation);
        notice.To(
            holder,
            happened.Grant.Role.IsStaff() && !holder.TwoFactorEnabled
                ? AccountNotices.RoleNeedsFactor
                : AccountNotices.RoleGiven,
            ("role", Role(happened))
        );
    }

    public async Task React(GrantTaken happened, CancellationToken cancellation) =>
        notice.To(
            await Holder(happened.Grant.PersonId, cancellation),
            AccountNotices.RoleTaken,
            ("role", Role(happened))
        );

    public Task React(PasswordChanged happened, CancellationToken cancellation) =>
        Tell(happened.Subject, AccountNotices.PasswordChanged, cancellation);

    public Task React(PasswordReset happened, CancellationToken cancellation) =>
        Tell(happened.Subject, AccountNotices.PasswordChanged, cancellation);

    public Task React(SecondFactorOn happened, CancellationToken cancellation) =>
        Tell(happened.Subject, AccountNotices.SecondFactorOn, cancellation);

    public Task React(SecondFactorOff happened, CancellationToken cancellation) =>
        Tell(happened.Subject, AccountNotices.SecondFactorOff, cancellation);

    public Task React(RecoveryCodesRenewed happened, CancellationToken cancellation) =>
        Tell(happened.Subject, AccountNotices.CodesRenewed, cancellation);

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

    private async Task Tell(Subject subject, NoticeKind kind, CancellationToken cancellation) =>
        notice.To(await Holder(subject, cancellation), kind);

    private async Task Tell(
        AccountKept happened,
        NoticeKind kind,
        CancellationToken cancellation
    ) => notice.To(await Holder(happened.Subject, cancellation), kind, ("reason", happened.Reason));

    private static NoticeWords Role(GrantChanged happened) =>
        new($"role.name.{happened.Grant.Role}");

    private Task<Person> Holder(Subject subject, CancellationToken cancellation) =>
        Holder(subject.Id, cancellation);

    private async Task<Person> Holder(Guid? id, CancellationToken cancellation) =>
        await db.Users.FindAsync([id], cancellation)
        ?? throw new InvalidOperationException($"{id} was changed and is no account.");
}
