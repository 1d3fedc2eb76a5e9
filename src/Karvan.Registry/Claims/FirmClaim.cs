using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;

namespace Karvan.Registry.Claims;

public enum ClaimState
{
    /// <summary>The provincial expert has it.</summary>
    Waiting,

    /// <summary>Found true: they act for the firm beside those who did before.</summary>
    Joined,

    /// <summary>Found true, and those who acted for the firm before were not entitled to.</summary>
    Replaced,
    Refused,
}

/// <summary>
/// Somebody says that they act for a firm which others registered. The number alone proves nothing: the expert of the
/// firm's province settles it by the documents of both.
/// </summary>
public sealed class FirmClaim : IOwned
{
    private FirmClaim() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The firm's, and moves with it.</summary>
    public string Province { get; private set; } = "";

    /// <summary>Who they are in the firm, and since when.</summary>
    [Field("claim.statement", Hint = "claim.statement-hint", Longest = Lengths.Text, Rows = 4)]
    public string Statement { get; private set; } = "";

    public ClaimState State { get; private set; }

    /// <summary>Why it was refused, or why others lost their place, in the expert's words.</summary>
    [Field(
        "claim.remark",
        Hint = "claim.remark-hint",
        Longest = Lengths.Text,
        Rows = 3,
        Aside = true
    )]
    public string? Remark { get; private set; }

    public DateTime MadeAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>About the person, and in the trail of the firm's province; the firm's own people do not see it.</summary>
    public Subject Subject => new(nameof(FirmClaim), Id, Body.Shared, Province, null, PersonId);

    public static FirmClaim Make(Enterprise firm, Guid person, string statement, DateTime at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EnterpriseId = firm.Id,
            PersonId = person,
            Province = firm.Province,
            Statement = statement.Trim(),
            State = ClaimState.Waiting,
            MadeAt = at,
        };

    /// <returns>Null, or why not.</returns>
    public ClaimRefusal? Settle(ClaimState decision, string? remark)
    {
        if (State is not ClaimState.Waiting)
        {
            return ClaimRefusal.NotWaiting;
        }
        if (decision is ClaimState.Waiting)
        {
            return ClaimRefusal.NoDecision;
        }
        if (decision is not ClaimState.Joined && string.IsNullOrWhiteSpace(remark))
        {
            return ClaimRefusal.NoReason;
        }
        (State, Remark) = (decision, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim());
        Version++;
        return null;
    }

    internal void Move(string province) => (Province, Version) = (province, Version + 1);
}
