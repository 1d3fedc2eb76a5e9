using Karvan.Core.Accounts;
using Karvan.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Persistence.Tables;

/// <summary>Contents of files, and what they are attached to; each query of attachments kept to what its asker may see.</summary>
internal static class FileTables
{
    private const int HashLength = 64;
    private const int LongText = 300;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<StoredContent>(content =>
        {
            content.ToTable("StoredContents");
            content.HasKey(c => c.Hash);
            content.Property(c => c.Hash).HasMaxLength(HashLength);
            content.Property(c => c.Found).HasMaxLength(LongText);
            content.Property(c => c.ScanFault).HasMaxLength(LongText);
            content.HasIndex(c => new { c.Scan, c.ScanAfter });
        });
        builder.Entity<ContentChunk>(chunk =>
        {
            chunk.ToTable("ContentChunks");
            chunk.HasKey(c => new { c.Hash, c.Number });
            chunk.Property(c => c.Hash).HasMaxLength(HashLength);
            chunk.HasOne<StoredContent>().WithMany().HasForeignKey(c => c.Hash);
        });
        builder.Entity<Attachment>(file =>
        {
            file.Property(a => a.Hash).HasMaxLength(HashLength);
            file.Property(a => a.Name).HasMaxLength(UploadedName.Longest);
            file.Property(a => a.AddedBy).HasMaxLength(Lengths.Name);
            file.Property(a => a.OwnerKind).HasMaxLength(Lengths.Code);
            file.Property(a => a.Province).HasMaxLength(2);
            file.HasOne(a => a.Content).WithMany().HasForeignKey(a => a.Hash);
            file.HasIndex(a => new { a.OwnerKind, a.OwnerId });
            file.HasIndex(a => a.EnterpriseId);
            // One line for each act in Attachment.ReadActs.
            file.HasQueryFilter(
                Viewpoint.Seen,
                a =>
                    (
                        a.ReadAct == Act.ReadEnterprise
                        && (
                            db.Viewpoint.Enterprises.All
                            || db.Viewpoint.Enterprises.Provinces.Contains(a.Province!)
                            || db.Viewpoint.Enterprises.Enterprises.Contains(a.EnterpriseId!.Value)
                        )
                    )
                    || (
                        a.ReadAct == Act.ReadPromoter
                        && (
                            db.Viewpoint.Promoters.All
                            || db.Viewpoint.Promoters.Provinces.Contains(a.Province!)
                            || (
                                db.Viewpoint.Promoters.Person != null
                                && a.PersonId == db.Viewpoint.Promoters.Person
                            )
                        )
                    )
                    || (
                        a.ReadAct == Act.ReadConsortium
                        && (
                            db.Viewpoint.Consortia.All
                            || db.Viewpoint.Consortia.Provinces.Contains(a.Province!)
                            || db.Viewpoint.Consortia.Enterprises.Contains(a.EnterpriseId!.Value)
                        )
                    )
                    || (
                        a.ReadAct == Act.ReadTrade
                        && (
                            db.Viewpoint.Trade.All
                            || db.Viewpoint.Trade.Provinces.Contains(a.Province!)
                            || db.Viewpoint.Trade.Enterprises.Contains(a.EnterpriseId!.Value)
                        )
                    )
            );
        });
    }
}
