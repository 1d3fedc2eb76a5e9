using Karvan.Platform.Notices;

namespace Karvan.Platform.Accounts;

/// <summary>What people are told about their accounts.</summary>
public static class AccountNotices
{
    /// <summary>With <c>id</c> and <c>token</c> of the person.</summary>
    public static readonly NoticeKind ConfirmEmail = new("letter.confirm");

    /// <summary>To somebody who signs up again: they have an account already.</summary>
    public static readonly NoticeKind AlreadyJoined = new("letter.joined");

    /// <summary>With <c>id</c> and <c>token</c>.</summary>
    public static readonly NoticeKind ResetPassword = new("letter.reset");

    /// <summary>To the new address, with <c>id</c>, <c>token</c> and <c>email</c>.</summary>
    public static readonly NoticeKind NewEmail = new("letter.new-email");

    /// <summary>To the address that was theirs before.</summary>
    public static readonly NoticeKind EmailChanged = new("letter.email-changed");

    public static readonly NoticeKind PasswordChanged = new("letter.password-changed", BySms: true);

    public static readonly NoticeKind SecondFactorOn = new("letter.factor-on");

    public static readonly NoticeKind SecondFactorOff = new("letter.factor-off", BySms: true);

    public static readonly NoticeKind CodesRenewed = new("letter.codes-renewed");

    /// <summary>After several wrong tries.</summary>
    public static readonly NoticeKind LockedOut = new("letter.locked-out", BySms: true);

    /// <summary>To staff, from a device that was not seen before, with <c>at</c> and <c>address</c>.</summary>
    public static readonly NoticeKind SignedIn = new("letter.signed-in", BySms: true);

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind SecondFactorReset = new("letter.factor-reset", BySms: true);

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind Locked = new("letter.locked", BySms: true);

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind Unlocked = new("letter.unlocked", BySms: true);

    /// <summary>To whom has no account yet, with <c>inviter</c>, <c>offer</c> and <c>token</c>.</summary>
    public static readonly NoticeKind Invitation = new("letter.invitation");
}
