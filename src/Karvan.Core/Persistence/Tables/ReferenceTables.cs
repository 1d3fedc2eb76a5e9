using Karvan.Core.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Karvan.Core.Persistence.Tables;

/// <summary>The lists that the rest refers to, and the turns in which they are changed.</summary>
internal static class ReferenceTables
{
    /// <summary>Of rows that were not withdrawn.</summary>
    private const string Standing = "\"WithdrawnAt\" IS NULL";

    private static readonly string[] Turns =
    [
        nameof(Mission),
        nameof(Holiday),
        nameof(ProductGroup),
        nameof(SizeThreshold),
        nameof(CountryAlias),
        Turn.Successions,
        Turn.Twins,
        Turn.Customs,
    ];

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Turn>(turn =>
        {
            turn.HasKey(t => t.Key);
            turn.Property(t => t.Key).HasMaxLength(Lengths.Code);
            turn.HasData(Turns.Select(k => new { Key = k, Taken = 0L }));
        });
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
