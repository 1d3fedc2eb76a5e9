using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Claims;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Claims to firms that wait for the expert; and what somebody claims themselves.</summary>
internal sealed class ClaimWork(ClaimSearch search, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        if (!Decision.AllowsSome(actor, RegistryActs.SettleClaim))
        {
            return actor.PersonId is { } person && actor.Grants.All(g => g.EnterpriseId is not null)
                ? [.. (await search.WaitingOf(person, cancellation)).Select(Own)]
                : [];
        }
        var (rows, total) = await search
            .Rows(new ClaimQuery(State: ClaimState.Waiting))
            .Page(0, PendingWork.Most, cancellation);
        return total == 0
            ? []
            :
            [
                new(
                    words["work.claims-waiting"],
                    [
                        .. rows.Select(c => new PendingRecord(
                            words["work.claim", ("person", c.Person), ("firm", c.Firm)],
                            Links.Claims.Details(c.Id),
                            c.MadeAt
                        )),
                    ],
                    total,
                    Links.Claims.Index.With("f-state", "Waiting")
                ),
            ];
    }

    private PendingWork Own(FirmClaim claim) =>
        PendingWork.Of(
            words["work.claim-with-expert"],
            new(words["subject.FirmClaim"], Links.Claims.Details(claim.Id), claim.MadeAt)
        ) with
        {
            IsWithOthers = true,
        };
}
