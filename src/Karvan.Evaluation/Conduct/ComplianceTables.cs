using Karvan.Evaluation.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Conduct;

/// <summary>Cases and currency obligations: the firm's to read, and its body's.</summary>
internal static class ComplianceTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<ViolationCase>(one =>
        {
            one.ToTable("ViolationCases");
            one.Property(c => c.Province).HasMaxLength(ProvinceLength);
            one.Property(c => c.EnteredBy).HasMaxLength(Lengths.Name);
            one.Property(c => c.Version).IsConcurrencyToken();
            one.HasIndex(c => new { c.EnterpriseId, c.Number }).IsUnique();
            one.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            one.SeenBy(
                db,
                EvaluationActs.ReadCompliance,
                Body.TradePromotion,
                new() { Province = c => c.Province, Firm = c => c.EnterpriseId }
            );
        });
        builder.Entity<CurrencyObligation>(one =>
        {
            one.ToTable("CurrencyObligations");
            one.Property(o => o.Province).HasMaxLength(ProvinceLength);
            one.Property(o => o.EnteredBy).HasMaxLength(Lengths.Name);
            one.Ignore(o => o.Ratio);
            // One counts at a time.
            one.HasIndex(o => new { o.EnterpriseId, o.SolarYear })
                .IsUnique()
                .HasFilter("\"ReplacedAt\" IS NULL");
            one.HasOne<Enterprise>().WithMany().HasForeignKey(o => o.EnterpriseId);
            one.SeenBy(
                db,
                EvaluationActs.ReadCompliance,
                Body.TradePromotion,
                new() { Province = o => o.Province, Firm = o => o.EnterpriseId }
            );
        });
    }
}
