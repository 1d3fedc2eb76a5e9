using Karvan.Platform.Notices;

namespace Karvan.Platform.Accounts;

/// <summary>What people are told about their accounts.</summary>
public static class AccountNotices
{
    /// <summary>With <c>id</c> and <c>token</c> of the person.</summary>
    public static readonly NoticeKind ConfirmEmail = new("letter.confirm") { IsSealed = true };

    /// <summary>To somebody who signs up again: they have an account already.</summary>
    public static readonly NoticeKind AlreadyJoined = new("letter.joined") { IsSealed = true };

    /// <summary>With <c>id</c> and <c>token</c>.</summary>
    public static readonly NoticeKind ResetPassword = new("letter.reset") { IsSealed = true };

    /// <summary>To the new address, with <c>id</c>, <c>token</c> and <c>email</c>.</summary>
    public static readonly NoticeKind NewEmail = new("letter.new-email") { IsSealed = true };

    /// <summary>To the address that was theirs before.</summary>
    public static readonly NoticeKind EmailChanged = new("letter.email-changed")
    {
        IsSealed = true,
    };

    public static readonly NoticeKind PasswordChanged = new("letter.password-changed", BySms: true)
    {
        IsFixed = true,
    };

    public static readonly NoticeKind SecondFactorOn = new("letter.factor-on") { IsFixed = true };

    public static readonly NoticeKind SecondFactorOff = new("letter.factor-off", BySms: true)
    {
        IsFixed = true,
    };

    public static readonly NoticeKind CodesRenewed = new("letter.codes-renewed") { IsFixed = true };

    /// <summary>After several wrong tries.</summary>
    public static readonly NoticeKind LockedOut = new("letter.locked-out", BySms: true)
    {
        IsFixed = true,
    };

    /// <summary>To staff, from a device that was not seen before, with <c>at</c> and <c>address</c>.</summary>
    public static readonly NoticeKind SignedIn = new("letter.signed-in", BySms: true)
    {
        IsFixed = true,
    };

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind SecondFactorReset = new("letter.factor-reset", BySms: true)
    {
        IsFixed = true,
    };

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind Locked = new("letter.locked", BySms: true) { IsFixed = true };

    /// <summary>With <c>reason</c>.</summary>
    public static readonly NoticeKind Unlocked = new("letter.unlocked", BySms: true)
    {
        IsFixed = true,
    };

    /// <summary>To whom has no account yet, with <c>inviter</c>, <c>offer</c> and <c>token</c>.</summary>
    public static readonly NoticeKind Invitation = new("letter.invitation") { IsSealed = true };

    /// <summary>To somebody with an account, inside it: the link is in the letter. With <c>inviter</c> and <c>offer</c>.</summary>
    public static readonly NoticeKind Invited = new("letter.invited") { IsFixed = true };

    /// <summary>With <c>role</c>.</summary>
    public static readonly NoticeKind RoleGiven = new("letter.role-given") { IsFixed = true };

    /// <summary>To staff who have no second factor yet, instead: it opens nothing before. With <c>role</c>.</summary>
    public static readonly NoticeKind RoleNeedsFactor = new("letter.role-needs-factor")
    {
        IsFixed = true,
    };

    /// <summary>With <c>role</c>.</summary>
    public static readonly NoticeKind RoleTaken = new("letter.role-taken") { IsFixed = true };
}
