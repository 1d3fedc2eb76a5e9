using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Duplicates;

/// <summary>Pairs of firms that are likely the same.</summary>
internal static class DuplicateTables
{
    public static void Map(ModelBuilder builder) =>
        builder.Entity<LikelyDuplicate>(duplicate =>
        {
            duplicate.Property(t => t.Version).IsConcurrencyToken();
            duplicate.HasIndex(t => new { t.FirstId, t.SecondId }).IsUnique();
            duplicate.HasIndex(t => t.SecondId);
            duplicate.HasIndex(t => new { t.ToldApartAt, t.Signs });
            duplicate.HasOne<Enterprise>().WithMany().HasForeignKey(t => t.FirstId);
            duplicate.HasOne<Enterprise>().WithMany().HasForeignKey(t => t.SecondId);
        });
}
