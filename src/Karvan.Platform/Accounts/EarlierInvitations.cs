using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Accounts;

/// <summary>Whoever is invited again has one link that works: the newest.</summary>
internal static class EarlierInvitations
{
    /// <param name="email">Normalized.</param>
    public static async Task WithdrawEarlier(
        this KarvanContext db,
        string email,
        Grant offered,
        DateTime at,
        CancellationToken cancellation
    )
    {
        var (role, body, firm) = (offered.Role, offered.Body, offered.EnterpriseId);
        var earlier = await db
            .Invitations.Where(i =>
                i.NormalizedEmail == email
                && i.Role == role
                && i.Body == body
                && i.EnterpriseId == firm
                && i.AcceptedAt == null
                && i.WithdrawnAt == null
            )
            .ToListAsync(cancellation);
        foreach (
            var one in earlier.Where(i => firm is not null || i.Provinces.Equals(offered.Provinces))
        )
        {
            one.Withdraw(at);
        }
    }
}
