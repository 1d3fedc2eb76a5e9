using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Karvan.Platform.Authorization;
using Karvan.Platform.Events;
using Karvan.Platform.Fields;
using Karvan.Platform.Values;

namespace Karvan.Platform.People;

public enum InvitationState
{
    Open,
    Accepted,
    Withdrawn,
    Expired,
}

/// <summary>A role offered to an address: for a firm, or for a body and provinces. Good once, for a while.</summary>
public sealed class Invitation
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(14);
    private const int TokenBytes = 32;

    private Invitation() { }

    public Guid Id { get; private set; }

    [Field("sign-in.email", Longest = Lengths.Email, Kind = FieldKind.Email, Aside = true)]
    public string Email { get; private set; } = "";

    /// <summary>In capitals, as Identity looks addresses up.</summary>
    [NotRecorded]
    public string NormalizedEmail { get; private set; } = "";

    public Role Role { get; private set; }
    public Body Body { get; private set; }

    /// <summary>Of the role; or the province in which the firm is registered.</summary>
    public Provinces Provinces { get; private set; } = Provinces.None;

    /// <summary>The firm to act for; null where a role of staff is offered.</summary>
    public Guid? EnterpriseId { get; private set; }

    /// <summary>As the letter named the firm: who is invited does not see it yet.</summary>
    public string? FirmName { get; private set; }

    public Guid InvitedBy { get; private set; }
    public string InvitedByName { get; private set; } = "";
    public DateTime InvitedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    /// <summary>The link holds the token; here stands its hash alone.</summary>
    [NotRecorded]
    public string TokenHash { get; private set; } = "";

    public DateTime? AcceptedAt { get; private set; }
    public Guid? AcceptedBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    [NotRecorded]
    public int Version { get; private set; }

    /// <param name="offered">What whoever accepts will hold; its person counts for nothing.</param>
    /// <param name="firm">Where a firm invites.</param>
    /// <returns>With the token, which is nowhere else.</returns>
    public static (Invitation Invitation, string Token) Write(
        string email,
        string normalizedEmail,
        Grant offered,
        (Subject Subject, string Name)? firm,
        Actor by,
        DateTime at
    )
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(),
            Email = email.Trim(),
            NormalizedEmail = normalizedEmail,
            Role = offered.Role,
            Body = offered.Body,
            Provinces = firm?.Subject.Province is { } province
                ? Provinces.Of(province)
                : offered.Provinces,
            FirmName = firm?.Name,
            EnterpriseId = offered.EnterpriseId,
            InvitedBy = by.PersonId ?? Guid.Empty,
            InvitedByName = by.Name,
            InvitedAt = at,
            ExpiresAt = at + Lasts,
            TokenHash = HashOf(token),
        };
        return (invitation, token);
    }

    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Where its events stand: in the trail of the firm, or in the chain of the body and province.</summary>
    public Subject Subject =>
        EnterpriseId is { } firm
            ? new Subject("Enterprise", firm, Body.Shared, Provinces.Codes[0], firm)
            : GrantChain.Of(nameof(Invitation), Id, Body, Provinces, null);

    public InvitationState StateAt(DateTime now) =>
        AcceptedAt is not null ? InvitationState.Accepted
        : WithdrawnAt is not null ? InvitationState.Withdrawn
        : ExpiresAt <= now ? InvitationState.Expired
        : InvitationState.Open;

    public Grant For(Guid person) =>
        EnterpriseId is { } firm
            ? Grant.OfFirm(person, firm)
            : Grant.OfStaff(person, Role, Body, Provinces);

    internal void Accept(Guid person, DateTime at) =>
        (AcceptedBy, AcceptedAt, Version) = (person, at, Version + 1);

    internal void Withdraw(DateTime at) => (WithdrawnAt, Version) = (at, Version + 1);
}
