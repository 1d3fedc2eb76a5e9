using Karvan.Core.Accounts;
using Karvan.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Core.Persistence.Tables;

/// <summary>People, what they may do, their sessions, and messages to them.</summary>
internal static class AccountTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.Property(p => p.FullName).HasMaxLength(Lengths.Name);
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
}
