using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Results;

/// <summary>Results with their rows: the secretary's and auditors' alone until they are released.</summary>
internal static class ResultTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<CampaignResult>(result =>
        {
            result.ToTable("CampaignResults");
            result.Property(r => r.Province).HasMaxLength(ProvinceLength);
            result.Property(r => r.ComputedBy).HasMaxLength(Lengths.Name);
            result.HasIndex(r => new { r.CampaignId, r.Number }).IsUnique();
            result.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId);
            result.HasMany(r => r.Rows).WithOne().HasForeignKey(r => r.ResultId);
            result.SeenBy(
                db,
                EvaluationActs.ReadResult,
                Body.TradePromotion,
                new() { Province = r => r.Province }
            );
        });
        builder.Entity<ResultRow>(row =>
        {
            row.ToTable("ResultRows");
            row.Property(r => r.Exporter).HasMaxLength(Lengths.Code);
            row.Property(r => r.Province).HasMaxLength(ProvinceLength);
            row.Property(r => r.ProductGroup).HasMaxLength(Lengths.Code);
            row.Ignore(r => r.Total);
            row.HasIndex(r => new { r.ResultId, r.Place }).IsUnique();
        });
    }
}
