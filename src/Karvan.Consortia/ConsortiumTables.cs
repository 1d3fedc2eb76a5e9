using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>Registered consortia with their members: a firm sees those it is or was in.</summary>
internal static class ConsortiumTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Consortium>(consortium =>
        {
            consortium.ToTable("Consortia");
            consortium.Property(c => c.Version).IsConcurrencyToken();
            consortium.HasIndex(c => c.SortKey);
            // The register of a province gives a number once on a day.
            consortium
                .HasIndex(c => new
                {
                    c.Province,
                    c.RegistrationNumber,
                    c.RegisteredOn,
                })
                .IsUnique();
            consortium.HasIndex(c => c.EnterpriseId).IsUnique();
            consortium.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            consortium.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.ConsortiumId);
            consortium.SeenBy(
                db,
                ConsortiaActs.ReadConsortium,
                Body.SmallIndustries,
                new()
                {
                    Province = c => c.Province,
                    Firm = c => c.EnterpriseId,
                    SharedBy = (c, firms) => c.Members.Any(m => firms.Contains(m.EnterpriseId)),
                }
            );
        });
        builder.Entity<ConsortiumMember>(member =>
        {
            member.HasIndex(m => m.EnterpriseId);
            // Once at a time; periods that end are compared while the consortium's row is held.
            member
                .HasIndex(m => new { m.ConsortiumId, m.EnterpriseId })
                .IsUnique()
                .HasFilter("\"To\" IS NULL");
            member.HasOne<Enterprise>().WithMany().HasForeignKey(m => m.EnterpriseId);
        });
    }
}
