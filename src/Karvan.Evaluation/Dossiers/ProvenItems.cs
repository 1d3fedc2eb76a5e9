using Karvan.Consortia;
using Karvan.Evidence.Items;
using Karvan.Platform.Persistence;
using Karvan.Rules.Rulebooks;
using Karvan.Texts;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>
/// What records of this system prove by themselves: membership of a registered consortium in the data year (clause R5.2).
/// </summary>
public sealed class ProvenItems(KarvanContext db, Memberships memberships, TimeProvider clock)
{
    /// <summary>Inside a change: puts what is proven among the items of a dossier, each once.</summary>
    internal async Task AddTo(Dossier dossier, Rulebook book, CancellationToken cancellation)
    {
        foreach (var criterion in book.Criteria.Where(c => c.Acceptance is not null))
        {
            foreach (var kind in criterion.Acceptance!.Kinds)
            {
                if (kind.Demands.Proof is { } proof)
                {
                    await Add(
                        dossier,
                        criterion.Id,
                        kind.Id,
                        proof.MemberOfConsortiumIn,
                        cancellation
                    );
                }
            }
        }
    }

    private async Task Add(
        Dossier dossier,
        string criterion,
        string kind,
        int year,
        CancellationToken cancellation
    )
    {
        var first = DateOnly.FromDayNumber(SolarCalendar.FirstDay(year));
        var last = first.AddDays(SolarCalendar.DaysIn(year) - 1);
        var known = await db
            .EvidenceItems.Where(i =>
                i.OwnerId == dossier.Id && i.ProofId != null && i.RemovedAt == null
            )
            .Select(i => i.ProofId)
            .ToListAsync(cancellation);
        var proven = (await memberships.Of(dossier.EnterpriseId, cancellation)).Where(m =>
            m.From <= last && (m.To is null || m.To >= first) && !known.Contains(m.ConsortiumId)
        );
        foreach (var membership in proven.DistinctBy(m => m.ConsortiumId))
        {
            db.EvidenceItems.Add(
                EvidenceItem.Prove(
                    dossier.Owner,
                    criterion,
                    kind,
                    (membership.ConsortiumId, membership.NameFa),
                    clock.GetUtcNow().UtcDateTime
                )
            );
        }
    }
}
