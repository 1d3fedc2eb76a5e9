using System.Linq.Expressions;
using Karvan.Evaluation.Authorization;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Campaigns;

/// <summary>Campaigns with their days and places: a draft is its secretary's, what was called is everybody's.</summary>
internal static class CampaignTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("Campaigns");
            campaign.Property(c => c.Version).IsConcurrencyToken();
            campaign.HasIndex(c => c.SortKey);
            campaign.Ignore(c => c.Calendar);
            campaign.Ignore(c => c.Rulebook);
            campaign.Ignore(c => c.Reviewers);
            campaign.HasMany(c => c.Places).WithOne().HasForeignKey(p => p.CampaignId);
            campaign.SeenBy(
                db,
                EvaluationActs.ReadCampaign,
                Body.TradePromotion,
                new()
                {
                    Province = c => c.Province,
                    States = new Dictionary<string, Expression<Func<Campaign, bool>>>(
                        StringComparer.Ordinal
                    )
                    {
                        [EvaluationActs.Called] = c => c.State != CampaignState.Draft,
                    },
                }
            );
        });
        builder.Entity<CampaignPlaces>(places =>
            places.HasIndex(p => new { p.CampaignId, p.Province }).IsUnique()
        );
    }
}
