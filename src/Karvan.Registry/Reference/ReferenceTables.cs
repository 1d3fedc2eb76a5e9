using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karvan.Registry.Reference;

/// <summary>The lists that the rest refers to.</summary>
internal static class ReferenceTables
{
    /// <summary>Of rows that were not withdrawn.</summary>
    private const string Standing = "\"WithdrawnAt\" IS NULL";

    /// <summary>Rows of one list are changed one after the other.</summary>
    public static readonly string[] Locks =
    [
        nameof(Mission),
        nameof(Holiday),
        nameof(ProductGroup),
        nameof(SizeThreshold),
        nameof(CountryAlias),
    ];

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Mission>(mission =>
        {
            Row(mission);
            mission.Property(m => m.Country).HasMaxLength(2);
            mission.Property(m => m.City).HasMaxLength(Lengths.Name);
            mission.HasIndex(m => m.Country);
        });
        builder.Entity<Holiday>(holiday =>
        {
            Row(holiday);
            holiday.Property(h => h.NameFa).HasMaxLength(Lengths.Name);
            holiday.Property(h => h.NameEn).HasMaxLength(Lengths.Name);
            holiday.HasIndex(h => h.Day).IsUnique().HasFilter(Standing);
        });
        builder.Entity<ProductGroup>(group =>
        {
            Row(group);
            group.Property(g => g.Code).HasMaxLength(Lengths.Code);
            group.Property(g => g.NameFa).HasMaxLength(Lengths.Name);
            group.Property(g => g.NameEn).HasMaxLength(Lengths.Name);
            group.HasIndex(g => g.Code);
        });
        builder.Entity<SizeThreshold>(size =>
        {
            Row(size);
            size.Property(s => s.Clause).HasMaxLength(Lengths.Code);
            size.HasIndex(s => s.From).IsUnique().HasFilter(Standing);
        });
        builder.Entity<CountryAlias>(alias =>
        {
            Row(alias);
            alias.Property(a => a.Name).HasMaxLength(Lengths.Name);
            alias.Property(a => a.Key).HasMaxLength(Lengths.Name);
            alias.Property(a => a.Country).HasMaxLength(2);
            alias.HasIndex(a => a.Key).IsUnique().HasFilter(Standing);
        });
    }

    private static void Row<TRow>(EntityTypeBuilder<TRow> row)
        where TRow : ReferenceRow
    {
        row.HasKey(r => r.Id);
        row.Property(r => r.Source).HasMaxLength(Lengths.Name);
        row.Property(r => r.Version).IsConcurrencyToken();
    }
}
