using Karvan.Core.Files;
using Karvan.Core.Registry;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Persistence.Tables;

/// <summary>Certificates of export readiness: seen by whoever sees the firm.</summary>
internal static class EraTables
{
    public static void Map(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<EraCertificate>(certificate =>
        {
            certificate.Property(c => c.Province).HasMaxLength(2);
            certificate.Property(c => c.Number).HasMaxLength(EraCertificate.LongestNumber);
            certificate.Property(c => c.NumberKey).HasMaxLength(EraCertificate.LongestNumber);
            certificate.Property(c => c.Version).IsConcurrencyToken();
            // One certificate once; what was refused may have been somebody's mistake.
            certificate.HasIndex(c => c.NumberKey).IsUnique().HasFilter("\"State\" <> 'Refused'");
            certificate.HasIndex(c => c.EnterpriseId);
            certificate.HasIndex(c => new
            {
                c.Province,
                c.State,
                c.AddedAt,
            });
            certificate.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            certificate.HasOne<Attachment>().WithMany().HasForeignKey(c => c.AttachmentId);
            certificate.HasQueryFilter(
                Viewpoint.Seen,
                c =>
                    db.Viewpoint.Enterprises.All
                    || db.Viewpoint.Enterprises.Provinces.Contains(c.Province)
                    || db.Viewpoint.Enterprises.Enterprises.Contains(c.EnterpriseId)
            );
        });
}
