using Karvan.Platform.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Registry.Certificates;
using Karvan.Registry.Firms;
using Karvan.Web.Components.Texts;
using Karvan.Web.Modules;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Registry.Work;

/// <summary>What a verified firm does next: its certificate, which a consortium asks for (G1.d), and a colleague beside the first one.</summary>
internal sealed class FirmNextSteps(KarvanContext db, PageTexts words) : INextSteps
{
    public async Task<IReadOnlyList<SuggestedStep>> Find(
        Actor actor,
        CancellationToken cancellation
    )
    {
        if (
            actor.ActingFor is not { } firm
            || !await db.Enterprises.AnyAsync(
                e => e.Id == firm && e.State == VerificationState.Verified,
                cancellation
            )
        )
        {
            return [];
        }
        var steps = new List<SuggestedStep>();
        if (
            !await db.EraCertificates.AnyAsync(
                c => c.EnterpriseId == firm && c.State != EraCertificateState.Refused,
                cancellation
            )
        )
        {
            steps.Add(new SuggestedStep(words["next.certificate"], Links.Era.Add(firm)));
        }
        if (await db.Grants.CountAsync(g => g.EnterpriseId == firm && !g.IsClaim, cancellation) < 2)
        {
            steps.Add(new SuggestedStep(words["next.colleague"], Links.Enterprises.People(firm)));
        }
        return steps;
    }
}
