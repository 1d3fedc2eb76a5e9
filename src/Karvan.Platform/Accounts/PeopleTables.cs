using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Karvan.Platform.Accounts;

/// <summary>People, what they may do, and their sessions.</summary>
internal static class PeopleTables
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    private const int HashLength = 64;

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.Property(p => p.Language).HasMaxLength(2);
            person.HasIndex(p => p.SortKey);
            person.OwnsMany(
                p => p.Choices,
                choice =>
                {
                    choice.ToTable("NoticeChoices");
                    choice.WithOwner().HasForeignKey(c => c.PersonId);
                    choice.HasKey(c => new { c.PersonId, c.Topic });
                    choice.Property(c => c.Topic).HasMaxLength(Lengths.Code);
                }
            );
            // Identity writes whole rows, with what it read before: a code that was used meanwhile must stay used.
            person
                .Property(p => p.LastCodeStep)
                .Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        });
        builder.Entity<Grant>(grant =>
        {
            grant.ToTable("Grants");
            grant.Property(g => g.Provinces).HasConversion(p => p.Text, t => Provinces.Parse(t));
            grant.HasIndex(g => g.PersonId);
            grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
        });
        builder.Entity<Session>(session =>
        {
            session.ToTable("Sessions");
            session.HasIndex(s => s.PersonId);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        });
        builder.Entity<TriedAddress>(tried =>
        {
            tried.ToTable("TriedAddresses");
            tried.HasKey(t => new { t.PersonId, t.Address });
            tried.Property(t => t.Address).HasMaxLength(Lengths.Code);
            tried.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        });
        builder.Entity<CalendarKey>(key =>
        {
            key.ToTable("CalendarKeys");
            key.HasKey(k => k.PersonId);
            key.Property(k => k.SecretHash).HasMaxLength(HashLength);
            key.HasIndex(k => k.SecretHash).IsUnique();
            key.HasOne<Person>().WithOne().HasForeignKey<CalendarKey>(k => k.PersonId);
        });
        builder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("RecoveryCodes");
            code.HasIndex(c => new { c.PersonId, c.Hash });
            code.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        });
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitations");
            invitation.Property(i => i.FirmName).HasMaxLength(Lengths.Name);
            invitation.Property(i => i.InvitedByName).HasMaxLength(Lengths.Name);
            invitation
                .Property(i => i.Provinces)
                .HasConversion(p => p.Text, t => Provinces.Parse(t));
            invitation.Property(i => i.Version).IsConcurrencyToken();
            invitation.HasIndex(i => i.TokenHash).IsUnique();
            invitation.HasIndex(i => i.NormalizedEmail);
            invitation.HasIndex(i => i.EnterpriseId);
        });
    }
}
