using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Reviews;
using Karvan.Platform.Persistence;
using Karvan.Registry.Firms;
using Karvan.Web.Registry.Demo;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Web.Evaluation.Demo;

/// <summary>
/// Dossiers of the demo's open campaign: most of them submitted, the first of each province, which in one is that of the
/// demo's firm account, and the last half done.
/// </summary>
internal sealed class DemoDossiers(
    KarvanContext db,
    DemoFiler filer,
    AssignReview assign,
    IRulebooks rulebooks
) : IDemoPart
{
    private const int OfAProvince = 6;

    public int Place => 91;

    public async Task Fill(DemoBasis basis, CancellationToken cancellation)
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .Include(c => c.Places)
            .FirstAsync(c => c.State == CampaignState.Filing, cancellation);
        var book = rulebooks.Find(campaign.Rulebook)!;
        foreach (
            var province in campaign.Places.Select(p => p.Province).Order(StringComparer.Ordinal)
        )
        {
            var firms = basis
                .Firms.Where(f => f.Province == province && f.State is VerificationState.Verified)
                .Take(OfAProvince);
            foreach (var (firm, place) in firms.Select((f, i) => (f, i)))
            {
                var filed = await filer.File(
                    campaign,
                    book,
                    firm,
                    (place, place is > 0 and < OfAProvince - 1),
                    cancellation
                );
                // One is given to the demo's reviewer already; reviews begin when filing is over.
                if (place == 1)
                {
                    await assign.Run(filed, basis.People["reviewer"].Id, 1, cancellation);
                }
                db.ChangeTracker.Clear();
            }
        }
    }
}
