using Karvan.Platform.Values;

namespace Karvan.Platform.Authorization;

/// <summary>How far a permission goes.</summary>
public enum Reach
{
    /// <summary>Records of the firm somebody acts for.</summary>
    OwnFirm,

    /// <summary>Records that are about the person.</summary>
    OwnPerson,

    /// <summary>Records of the provinces of the grant.</summary>
    OwnProvinces,
}

/// <summary>Who may do an act, and how far.</summary>
/// <param name="Role">Null for anybody: signed in where the reach is their own person, else the public too.</param>
/// <param name="Body">The body whose grant it takes; null for either.</param>
public sealed record Permit(Role? Role, Body? Body, Reach Reach)
{
    public static Permit Anybody { get; } = new(null, null, Reach.OwnProvinces);

    public static Permit SignedIn { get; } = new(null, null, Reach.OwnPerson);

    /// <summary>The states of a record in which it holds; null for all of them.</summary>
    public IReadOnlyList<string>? While { get; init; }

    /// <summary>Whether somebody has it too whose claim to act for the firm is not verified.</summary>
    public bool HoldsForClaims { get; init; }

    public static Permit Firm { get; } = new(Authorization.Role.FirmUser, null, Reach.OwnFirm);

    /// <summary>Whoever registered a firm, before the registration is verified and after it was refused.</summary>
    public static Permit Claimant { get; } = Firm with { HoldsForClaims = true };

    /// <param name="body">Null for a grant of either body.</param>
    public static Permit Staff(Role role, Body? body = null) => new(role, body, Reach.OwnProvinces);

    internal bool HoldsIn(string? state) =>
        While is null || (state is not null && While.Contains(state, StringComparer.Ordinal));
}
