using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Notices;

/// <summary>Notices, each seen by its reader alone, and how people want to be told.</summary>
internal static class NoticeTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Notice>(notice =>
        {
            notice.ToTable("Notices");
            notice.Property(n => n.Kind).HasMaxLength(Lengths.Name);
            notice.Property(n => n.Path).HasMaxLength(Lengths.Note);
            // Texts hold what people wrote in fields that have limits of their own.
            notice.HasIndex(n => new { n.PersonId, n.ReadAt });
            notice.HasIndex(n => new { n.PersonId, n.WrittenAt });
            notice.HasIndex(n => n.ForDigest);
            notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
            notice.SeenBy(
                db,
                PlatformActs.ManageOwnAccount,
                Body.Shared,
                new Ownership<Notice> { Person = n => n.PersonId }
            );
        });
    }
}
