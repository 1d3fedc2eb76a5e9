using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Twins;

/// <summary>Pairs of firms that are likely the same.</summary>
internal static class TwinTables
{
    public static void Map(ModelBuilder builder) =>
        builder.Entity<LikelyTwin>(twin =>
        {
            twin.Property(t => t.Version).IsConcurrencyToken();
            twin.HasIndex(t => new { t.FirstId, t.SecondId }).IsUnique();
            twin.HasIndex(t => t.SecondId);
            twin.HasIndex(t => new { t.ToldApartAt, t.Signs });
            twin.HasOne<Enterprise>().WithMany().HasForeignKey(t => t.FirstId);
            twin.HasOne<Enterprise>().WithMany().HasForeignKey(t => t.SecondId);
        });
}
