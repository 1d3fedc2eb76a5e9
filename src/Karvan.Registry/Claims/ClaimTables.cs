using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>Claims: seen by whoever made them and by the experts of the firm's province.</summary>
internal static class ClaimTables
{
    public static void Map(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<FirmClaim>(claim =>
        {
            claim.ToTable("FirmClaims");
            claim.Property(c => c.Version).IsConcurrencyToken();
            // Of one person to one firm one waits; what was refused can be made again.
            claim
                .HasIndex(c => new { c.EnterpriseId, c.PersonId })
                .IsUnique()
                .HasFilter("\"State\" = 'Waiting'");
            claim.HasIndex(c => c.PersonId);
            claim.HasIndex(c => new
            {
                c.Province,
                c.State,
                c.MadeAt,
            });
            claim.HasOne<Enterprise>().WithMany().HasForeignKey(c => c.EnterpriseId);
            claim.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
            claim.SeenBy(
                db,
                RegistryActs.ReadClaim,
                Body.Shared,
                new() { Province = c => c.Province, Person = c => c.PersonId }
            );
        });
}
