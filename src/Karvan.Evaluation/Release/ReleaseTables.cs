using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Results;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>Score cards: the firm's, and the body's of its province.</summary>
internal static class ReleaseTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<ReleasedCard>(card =>
        {
            card.ToTable("ReleasedCards");
            card.Property(c => c.Province).HasMaxLength(ProvinceLength);
            card.Property(c => c.ProductGroup).HasMaxLength(Lengths.Code);
            card.Ignore(c => c.Total);
            // One card a dossier: a campaign is released once.
            card.HasIndex(c => c.DossierId).IsUnique();
            card.HasIndex(c => c.CampaignId);
            card.HasIndex(c => c.EnterpriseId);
            card.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId);
            card.HasOne<CampaignResult>().WithMany().HasForeignKey(c => c.ResultId);
            card.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            card.SeenBy(
                db,
                EvaluationActs.ReadCard,
                Body.TradePromotion,
                new() { Province = c => c.Province, Firm = c => c.EnterpriseId }
            );
        });
}
