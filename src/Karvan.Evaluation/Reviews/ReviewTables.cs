using Karvan.Evaluation.Authorization;
using Karvan.Evaluation.Campaigns;
using Karvan.Evaluation.Dossiers;
using Karvan.Evidence.Items;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>Reviews: each reviewer's own, and the secretary's and auditors'; verdicts the latter's alone.</summary>
internal static class ReviewTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<ReviewAssignment>(review =>
        {
            review.ToTable("ReviewAssignments");
            review.Property(r => r.Province).HasMaxLength(ProvinceLength);
            review.Property(r => r.AssignedBy).HasMaxLength(Lengths.Name);
            review.Property(r => r.Version).IsConcurrencyToken();
            // A place of a dossier is one person's at a time, and a person has one of its places.
            review
                .HasIndex(r => new { r.DossierId, r.Place })
                .IsUnique()
                .HasFilter("\"RecusedAt\" IS NULL");
            review.HasIndex(r => new { r.DossierId, r.ReviewerId }).IsUnique();
            review.HasIndex(r => new { r.ReviewerId, r.DoneAt });
            review.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId);
            review.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
            review.HasOne<Person>().WithMany().HasForeignKey(r => r.ReviewerId);
            review.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.AssignmentId);
            review.HasMany(r => r.Remarks).WithOne().HasForeignKey(i => i.AssignmentId);
            review.SeenBy(
                db,
                EvaluationActs.ReadReview,
                Body.TradePromotion,
                new() { Province = r => r.Province, Person = r => r.ReviewerId }
            );
        });
        builder.Entity<ItemReview>(item =>
        {
            item.ToTable("ItemReviews");
            item.Ignore(i => i.Finding);
            item.HasIndex(i => new { i.AssignmentId, i.ItemId }).IsUnique();
            item.HasOne<EvidenceItem>().WithMany().HasForeignKey(i => i.ItemId);
        });
        builder.Entity<CriterionRemark>(remark =>
        {
            remark.ToTable("CriterionRemarks");
            remark.HasIndex(r => new { r.AssignmentId, r.Criterion }).IsUnique();
        });
        builder.Entity<HandedFile>(file =>
        {
            file.ToTable("HandedFiles");
            file.HasKey(f => new { f.AssignmentId, f.OriginalId });
            file.HasOne<ReviewAssignment>().WithMany().HasForeignKey(f => f.AssignmentId);
        });
        builder.Entity<ItemVerdict>(verdict =>
        {
            verdict.ToTable("ItemVerdicts");
            verdict.Property(v => v.Province).HasMaxLength(ProvinceLength);
            verdict.Property(v => v.By).HasMaxLength(Lengths.Name);
            verdict.HasIndex(v => v.ItemId).IsUnique();
            verdict.HasIndex(v => v.DossierId);
            verdict.HasIndex(v => v.CampaignId);
            verdict.HasOne<EvidenceItem>().WithMany().HasForeignKey(v => v.ItemId);
            verdict.HasOne<Dossier>().WithMany().HasForeignKey(v => v.DossierId);
            verdict.SeenBy(
                db,
                EvaluationActs.ReadVerdict,
                Body.TradePromotion,
                new() { Province = v => v.Province }
            );
        });
    }
}
