using Karvan.Platform.Files;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>Certificates of export readiness: seen by whoever sees the firm.</summary>
internal static class EraTables
{
    public static void Map(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<EraCertificate>(certificate =>
        {
            certificate.ToTable("EraCertificates");
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
            certificate.SeenBy(
                db,
                RegistryActs.ReadEraCertificate,
                Body.Shared,
                new() { Province = c => c.Province, Firm = c => c.EnterpriseId }
            );
        });
}
