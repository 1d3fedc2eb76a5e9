using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>Firms and what belongs to them, each query kept to what its asker may see.</summary>
internal static class RegistryTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Enterprise>(firm =>
        {
            firm.ToTable("Enterprises");
            firm.Property(e => e.Version).IsConcurrencyToken();
            firm.HasIndex(e => new
            {
                e.Province,
                e.State,
                e.RegisteredAt,
            });
            firm.HasIndex(e => e.SortKey);
            firm.HasMany(e => e.OutsideIds).WithOne().HasForeignKey(i => i.EnterpriseId);
            firm.HasMany(e => e.ProductLines).WithOne().HasForeignKey(p => p.EnterpriseId);
            firm.HasMany(e => e.Origins).WithOne().HasForeignKey(o => o.EnterpriseId);
            firm.HasMany(e => e.Contacts).WithOne().HasForeignKey(c => c.EnterpriseId);
            firm.HasMany(e => e.Traces).WithOne().HasForeignKey(t => t.EnterpriseId);
            firm.HasIndex(e => e.SuccessorId);
            firm.SeenBy(
                db,
                RegistryActs.ReadEnterprise,
                Body.Shared,
                new() { Province = e => e.Province, Firm = e => e.Id }
            );
        });
        builder.Entity<OutsideId>(id =>
        {
            // One holder at a time.
            id.HasIndex(i => i.Number).IsUnique().HasFilter("\"To\" IS NULL");
        });
        builder.Entity<ProductLine>().Property(p => p.HsCode).HasMaxLength(6);
        Traces(builder);
    }

    private static void Traces(ModelBuilder builder)
    {
        builder.Entity<EnterpriseTrace>(trace =>
        {
            trace.HasKey(t => new { t.EnterpriseId, t.Key });
            trace.Property(t => t.Key).HasMaxLength(Lengths.Trace);
            trace.HasIndex(t => t.Key);
        });
    }
}
