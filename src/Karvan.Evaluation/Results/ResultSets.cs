using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>The table of results.</summary>
public static class ResultSets
{
    extension(KarvanContext db)
    {
        public DbSet<CampaignResult> CampaignResults => db.Set<CampaignResult>();
    }
}
