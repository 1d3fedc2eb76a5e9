using System.Linq.Expressions;
using Karvan.Evidence.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evidence.Items;

/// <summary>Items of evidence with their files: the firm's own until they are filed.</summary>
internal static class EvidenceTables
{
    private const int ProvinceLength = 2;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<EvidenceItem>(item =>
        {
            item.ToTable("EvidenceItems");
            item.Property(i => i.OwnerKind).HasMaxLength(Lengths.Code);
            item.Property(i => i.OwnerState).HasMaxLength(Lengths.Code);
            item.Property(i => i.Province).HasMaxLength(ProvinceLength);
            item.Property(i => i.Version).IsConcurrencyToken();
            item.Ignore(i => i.Quantity);
            item.HasIndex(i => new { i.OwnerId, i.Criterion });
            item.HasIndex(i => i.EnterpriseId);
            item.HasOne<Enterprise>().WithMany().HasForeignKey(i => i.EnterpriseId);
            item.HasMany(i => i.Files).WithOne().HasForeignKey(f => f.ItemId);
            item.SeenBy(
                db,
                EvidenceActs.ReadEvidence,
                Body.TradePromotion,
                new()
                {
                    Province = i => i.Province,
                    Firm = i => i.EnterpriseId,
                    States = new Dictionary<string, Expression<Func<EvidenceItem, bool>>>(
                        StringComparer.Ordinal
                    )
                    {
                        [EvidenceActs.Filed] = i => i.OwnerState == EvidenceActs.Filed,
                        [EvidenceActs.ByOffice] = i => i.OwnerState == EvidenceActs.ByOffice,
                    },
                }
            );
        });
        builder.Entity<AttachedDocument>(file =>
        {
            file.ToTable("EvidenceFiles");
            file.Property(f => f.Document).HasMaxLength(Lengths.Code);
            file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId);
        });
    }
}
