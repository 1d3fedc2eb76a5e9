using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

/// <summary>The table of campaigns.</summary>
public static class CampaignSets
{
    extension(KarvanContext db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();
    }
}
