using Karvan.Platform.Authorization;
using Karvan.Registry.Authorization;
using Karvan.Registry.Certificates;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Decision = Karvan.Platform.Authorization.Access;

namespace Karvan.Web.Registry.Work;

/// <summary>Certificates that wait for the expert's check: the expert's turn, and what their firm waits for.</summary>
internal sealed class EraWork(EraCertificateSearch search, PageTexts words) : IPendingWork
{
    public async Task<IReadOnlyList<PendingWork>> Find(Actor actor, CancellationToken cancellation)
    {
        var checks = Decision.AllowsSome(actor, RegistryActs.CheckEraCertificate);
        if (!checks && actor.ActingFor is null)
        {
            return [];
        }
        var (rows, total) = await search
            .Rows(new EraCertificateQuery(State: EraCertificateState.Waiting))
            .Page(0, PendingWork.Most, cancellation);
        return total == 0
            ? []
            :
            [
                new(
                    words[checks ? "work.certificates-waiting" : "work.certificates-with-expert"],
                    [
                        .. rows.Select(c => new PendingRecord(
                            words[
                                "work.certificate",
                                ("number", words.Typed(c.Number)),
                                ("firm", c.Firm)
                            ],
                            Links.Era.Certificate(c.EnterpriseId, c.Id),
                            c.AddedAt
                        )),
                    ],
                    total,
                    Links.Era.Index.With("f-state", "Waiting")
                )
                {
                    IsWithOthers = !checks,
                },
            ];
    }
}
