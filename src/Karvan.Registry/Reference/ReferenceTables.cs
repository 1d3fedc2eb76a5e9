using Karvan.Platform.Fields;
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
            mission.HasIndex(m => m.Country);
        });
        builder.Entity<Holiday>(holiday =>
        {
            Row(holiday);
            holiday.HasIndex(h => h.Day).IsUnique().HasFilter(Standing);
        });
        builder.Entity<ProductGroup>(group =>
        {
            Row(group);
            group.HasIndex(g => g.Code);
        });
        builder.Entity<SizeThreshold>(size =>
        {
            Row(size);
            size.HasIndex(s => s.From).IsUnique().HasFilter(Standing);
        });
        builder.Entity<CountryAlias>(alias =>
        {
            Row(alias);
            alias.Property(a => a.Key).HasMaxLength(Lengths.Name);
            alias.HasIndex(a => a.Key).IsUnique().HasFilter(Standing);
        });
    }

    private static void Row<TRow>(EntityTypeBuilder<TRow> row)
        where TRow : ReferenceRow
    {
        row.HasKey(r => r.Id);
        row.Property(r => r.Version).IsConcurrencyToken();
    }
}
