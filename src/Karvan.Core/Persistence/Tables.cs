using Karvan.Core.Accounts;
using Karvan.Core.Audit;
using Karvan.Core.Registry;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Karvan.Core.Persistence;

/// <summary>How records lie in tables: keys, lengths, indexes, and the filter that keeps each query to what its asker may see.</summary>
internal static class Tables
{
    /// <summary>The name of the filters that carry the viewpoint.</summary>
    public const string Seen = "seen";

    private const int Name = 200;
    private const int Code = 40;

    public static void Accounts(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.Property(p => p.FullName).HasMaxLength(Name);
            person.Property(p => p.Language).HasMaxLength(2);
        });
        builder.Entity<Grant>(grant =>
        {
            grant.Property(g => g.Provinces).HasConversion(p => p.Text, t => Provinces.Parse(t));
            grant.HasIndex(g => g.PersonId);
            grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
        });
        builder.Entity<Session>(session =>
        {
            session.HasIndex(s => s.PersonId);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });
        builder.Entity<OutboxMessage>(message => message.HasIndex(m => m.SentAt));
    }

    public static void Audit(ModelBuilder builder)
    {
        builder.Entity<AuditChain>(chain => chain.HasKey(c => c.Key));
        builder.Entity<AuditEvent>(happened =>
        {
            happened.HasKey(e => e.Id);
            happened.HasIndex(e => new { e.Chain, e.Number }).IsUnique();
            happened.HasIndex(e => new { e.SubjectKind, e.SubjectId });
            happened.HasIndex(e => e.EnterpriseId);
            happened.HasIndex(e => e.At);
        });
    }

    public static void Registry(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Enterprise>(firm =>
        {
            firm.Property(e => e.NameFa).HasMaxLength(Name);
            firm.Property(e => e.NameEn).HasMaxLength(Name);
            firm.Property(e => e.Province).HasMaxLength(2);
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
            firm.HasQueryFilter(
                Seen,
                e =>
                    db.Viewpoint.Enterprises.All
                    || db.Viewpoint.Enterprises.Provinces.Contains(e.Province)
                    || db.Viewpoint.Enterprises.Enterprises.Contains(e.Id)
            );
        });
        builder.Entity<OutsideId>(id =>
        {
            id.Property(i => i.Number).HasMaxLength(Code);
            // One holder at a time.
            id.HasIndex(i => i.Number).IsUnique().HasFilter("\"To\" IS NULL");
        });
        builder.Entity<ProductLine>().Property(p => p.HsCode).HasMaxLength(6);
    }

    /// <summary>What holds of every table: instants are UTC, enumerations are words, sort keys compare byte by byte.</summary>
    public static void Everywhere(ModelBuilder builder, string? provider)
    {
        var utc = new ValueConverter<DateTime, DateTime>(
            at => at,
            at => DateTime.SpecifyKind(at, DateTimeKind.Utc)
        );
        foreach (
            var property in builder
                .Model.GetEntityTypes()
                .SelectMany(e => e.GetProperties())
                .ToList()
        )
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(DateTime))
            {
                property.SetValueConverter(utc);
            }
            else if (type.IsEnum)
            {
                property.SetProviderClrType(typeof(string));
                property.SetMaxLength(Code);
            }
            // Our own ids are made here, in order of time, and not by the database.
            if (property.IsPrimaryKey() && type == typeof(Guid))
            {
                property.ValueGenerated = Microsoft
                    .EntityFrameworkCore
                    .Metadata
                    .ValueGenerated
                    .Never;
            }
            if (
                property.Name == nameof(Enterprise.SortKey)
                && provider?.Contains("Npgsql", StringComparison.Ordinal) == true
            )
            {
                property.SetCollation("C");
            }
        }
    }
}
