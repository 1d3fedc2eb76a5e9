using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Intake;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>Dossiers, late filings and receipts: the firm's, and the body's of its province.</summary>
internal static class DossierTables
{
    private const int ProvinceLength = 2;
    private const int HashLength = 64;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Dossier>(dossier =>
        {
            dossier.ToTable("Dossiers");
            dossier.Property(d => d.BegunBy).HasMaxLength(Lengths.Name);
            dossier.Property(d => d.SubmittedBy).HasMaxLength(Lengths.Name);
            dossier.Property(d => d.Version).IsConcurrencyToken();
            dossier.Ignore(d => d.Owner);
            dossier.Ignore(d => d.IsFiled);
            // One dossier a firm in a campaign, whoever begins it.
            dossier.HasIndex(d => new { d.CampaignId, d.EnterpriseId }).IsUnique();
            dossier.HasIndex(d => d.EnterpriseId);
            dossier.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId);
            dossier.HasOne<Enterprise>().WithMany().HasForeignKey(d => d.EnterpriseId);
            dossier.SeenBy(
                db,
                EvaluationActs.ReadDossier,
                Body.TradePromotion,
                new() { Province = d => d.Province, Firm = d => d.EnterpriseId }
            );
        });
        builder.Entity<LateFiling>(late =>
        {
            late.ToTable("LateFilings");
            late.Property(l => l.Province).HasMaxLength(ProvinceLength);
            late.Property(l => l.AllowedBy).HasMaxLength(Lengths.Name);
            late.HasIndex(l => new { l.CampaignId, l.EnterpriseId });
            late.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId);
            late.HasOne<Enterprise>().WithMany().HasForeignKey(l => l.EnterpriseId);
            late.SeenBy(
                db,
                EvaluationActs.ReadDossier,
                Body.TradePromotion,
                new() { Province = l => l.Province, Firm = l => l.EnterpriseId }
            );
        });
        builder.Entity<IntakeHead>(head =>
        {
            head.ToTable("IntakeHeads");
            head.HasKey(h => h.CampaignId);
            head.HasOne<Campaign>().WithMany().HasForeignKey(h => h.CampaignId);
        });
        builder.Entity<DossierReceipt>(receipt =>
        {
            receipt.ToTable("DossierReceipts");
            receipt.Property(r => r.Province).HasMaxLength(ProvinceLength);
            receipt.Property(r => r.ContentHash).HasMaxLength(HashLength);
            receipt.Property(r => r.By).HasMaxLength(Lengths.Name);
            receipt.Ignore(r => r.Steps);
            receipt.HasIndex(r => new { r.CampaignId, r.Number }).IsUnique();
            receipt.HasIndex(r => r.DossierId);
            receipt.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
            receipt.SeenBy(
                db,
                EvaluationActs.ReadDossier,
                Body.TradePromotion,
                new() { Province = r => r.Province, Firm = r => r.EnterpriseId }
            );
        });
    }
}
