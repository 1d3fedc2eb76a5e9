using Karvan.Platform.Accounts;
using Karvan.Platform.Authorization;
using Karvan.Platform.Notices;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Recording;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>
/// A claim reaches those whose place it is about when it is made, and whoever made it, with those who lost their place, when
/// it is settled.
/// </summary>
public sealed class ClaimLetters(KarvanContext db, PostNotice notice)
    : IReact<FirmClaimed>,
        IReact<FirmClaimAccepted>,
        IReact<FirmClaimRefused>
{
    public async Task React(FirmClaimed happened, CancellationToken cancellation)
    {
        var firm = happened.Claim.EnterpriseId;
        var holders = await db.PeopleOf(firm, claims: true, cancellation);
        Tell(holders, FirmNotices.Contested, ("number", await Number(firm, cancellation)));
    }

    public async Task React(FirmClaimAccepted happened, CancellationToken cancellation)
    {
        var claim = happened.Claim;
        var number = await Number(claim.EnterpriseId, cancellation);
        await TellClaimant(claim, FirmNotices.ClaimAccepted, number, cancellation);
        var displaced = happened.Displaced;
        Tell(
            await db
                .Users.Where(u => u.LockedAt == null && displaced.Contains(u.Id))
                .ToListAsync(cancellation),
            FirmNotices.Displaced,
            ("number", number),
            ("remark", claim.Remark)
        );
    }

    public async Task React(FirmClaimRefused happened, CancellationToken cancellation) =>
        await TellClaimant(
            happened.Claim,
            FirmNotices.ClaimRefused,
            await Number(happened.Claim.EnterpriseId, cancellation),
            cancellation
        );

    private async Task TellClaimant(
        FirmClaim claim,
        NoticeKind kind,
        string number,
        CancellationToken cancellation
    ) =>
        Tell(
            [
                await db.Users.FindAsync([claim.PersonId], cancellation)
                    ?? throw new InvalidOperationException($"{claim.Subject} is nobody's."),
            ],
            kind,
            ("number", number),
            ("remark", claim.Remark),
            ("id", claim.Id)
        );

    private void Tell(
        IReadOnlyList<Person> readers,
        NoticeKind kind,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        foreach (var reader in readers)
        {
            notice.To(reader, kind, values);
        }
    }

    private async Task<string> Number(Guid firm, CancellationToken cancellation) =>
        await db.Set<OutsideId>()
            .IgnoreQueryFilters()
            .Where(i => i.EnterpriseId == firm && i.To == null)
            .OrderBy(i => i.Number)
            .Select(i => i.Number)
            .FirstAsync(cancellation);
}
