using System.Linq.Expressions;
using Karvan.Platform.Fields;
using Karvan.Platform.Modules;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Files;

/// <summary>Contents of files, and what they are attached to; each query of attachments kept to what its asker may see.</summary>
internal static class FileTables
{
    private const int HashLength = 64;
    private const int LongText = 300;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<StoredContent>(content =>
        {
            content.ToTable("StoredContents");
            content.HasKey(c => c.Hash);
            content.Property(c => c.Hash).HasMaxLength(HashLength);
            content.Property(c => c.Found).HasMaxLength(LongText);
            content.Property(c => c.ScanFault).HasMaxLength(LongText);
            content.HasIndex(c => new { c.Scan, c.ScanAfter });
        });
        builder.Entity<ContentChunk>(chunk =>
        {
            chunk.ToTable("ContentChunks");
            chunk.HasKey(c => new { c.Hash, c.Number });
            chunk.Property(c => c.Hash).HasMaxLength(HashLength);
            chunk.HasOne<StoredContent>().WithMany().HasForeignKey(c => c.Hash);
        });
        builder.Entity<Attachment>(file =>
        {
            file.ToTable("Attachments");
            file.Property(a => a.Hash).HasMaxLength(HashLength);
            file.Property(a => a.Name).HasMaxLength(UploadedName.Longest);
            file.Property(a => a.AddedBy).HasMaxLength(Lengths.Name);
            file.Property(a => a.OwnerKind).HasMaxLength(Lengths.Code);
            file.Property(a => a.Province).HasMaxLength(2);
            file.Property(a => a.ReadAct).HasMaxLength(Lengths.Code);
            file.Property(a => a.OwnerState).HasMaxLength(Lengths.Code);
            file.HasOne(a => a.Content).WithMany().HasForeignKey(a => a.Hash);
            file.HasIndex(a => new { a.OwnerKind, a.OwnerId });
            file.HasIndex(a => a.EnterpriseId);
            file.HasQueryFilter(QueryFilters.Seen, SeenByTheirAct(db));
        });
    }

    /// <summary>A file is seen by whoever may do to its owner what it was attached for.</summary>
    private static Expression<Func<Attachment, bool>> SeenByTheirAct(KarvanContext db) =>
        ModuleCatalog
            .Acts.SelectMany(act => act.OpensFilesOf.Select(body => (act, body)))
            .Select(opened =>
                QueryFilters.And(
                    a => a.ReadAct == opened.act.Name && a.Body == opened.body,
                    QueryFilters.Reaches(
                        db,
                        opened.act,
                        opened.body,
                        new Ownership<Attachment>
                        {
                            Province = a => a.Province,
                            Firm = a => a.EnterpriseId,
                            Person = a => a.PersonId,
                            States = opened.act.States.ToDictionary(
                                state => state,
                                state =>
                                    (Expression<Func<Attachment, bool>>)(
                                        a => a.OwnerState == state
                                    ),
                                StringComparer.Ordinal
                            ),
                        }
                    )
                )
            )
            .Aggregate(QueryFilters.Or);
}
