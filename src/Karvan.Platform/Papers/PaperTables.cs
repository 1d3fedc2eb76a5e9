using System.Linq.Expressions;
using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Files;
using Karvan.Platform.Modules;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Papers;

/// <summary>Letterheads, and papers: each query kept to what its asker may read of each kind.</summary>
internal static class PaperTables
{
    private const int HashLength = 64;

    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Letterhead>(head =>
        {
            head.ToTable("Letterheads");
            head.Property(l => l.Province).HasMaxLength(2);
            head.Property(l => l.Issuer).HasMaxLength(Lengths.Code);
            head.Property(l => l.NameFa).HasMaxLength(Lengths.Name);
            head.Property(l => l.NameEn).HasMaxLength(Lengths.Name);
            head.Property(l => l.AboveFa).HasMaxLength(Lengths.Name);
            head.Property(l => l.AboveEn).HasMaxLength(Lengths.Name);
            head.Property(l => l.AddressFa).HasMaxLength(Letterhead.LongestAddress);
            head.Property(l => l.AddressEn).HasMaxLength(Letterhead.LongestAddress);
            head.Property(l => l.Contact).HasMaxLength(Lengths.Name);
            head.Property(l => l.Pattern).HasMaxLength(NumberPattern.Longest);
            head.Property(l => l.Version).IsConcurrencyToken();
            head.HasIndex(l => new { l.Issuer, l.From }).IsUnique();
        });
        builder.Entity<OfficialPaper>(paper =>
        {
            paper.ToTable("OfficialPapers");
            paper.Property(p => p.Kind).HasMaxLength(Lengths.Code);
            paper.Property(p => p.Province).HasMaxLength(2);
            paper.Property(p => p.Issuer).HasMaxLength(Lengths.Code);
            paper.Property(p => p.AboutKind).HasMaxLength(Lengths.Code);
            paper.Property(p => p.Title).HasMaxLength(OfficialPaper.LongestTitle);
            paper.Property(p => p.Number).HasMaxLength(OfficialPaper.LongestNumber);
            paper.Property(p => p.NumberKey).HasMaxLength(OfficialPaper.LongestNumber);
            paper.Property(p => p.Fingerprint).HasMaxLength(HashLength);
            paper.Property(p => p.WithdrawnFor).HasMaxLength(OfficialPaper.LongestReason);
            paper.Property(p => p.DraftedBy).HasMaxLength(Lengths.Name);
            paper.Property(p => p.Version).IsConcurrencyToken();
            // A number is given once in a year, and each of a count once, whoever counts.
            paper
                .HasIndex(p => new
                {
                    p.Issuer,
                    p.Year,
                    p.NumberKey,
                })
                .IsUnique();
            paper
                .HasIndex(p => new
                {
                    p.Issuer,
                    p.Year,
                    p.Ordinal,
                })
                .IsUnique();
            paper.HasIndex(p => new { p.AboutKind, p.AboutId });
            paper.HasIndex(p => p.EnterpriseId);
            paper.HasOne<Attachment>().WithMany().HasForeignKey(p => p.SignedCopyId);
            paper.HasQueryFilter(QueryFilters.Seen, SeenByTheirKind(db));
        });
    }

    private static Expression<Func<OfficialPaper, bool>> SeenByTheirKind(KarvanContext db)
    {
        var owner = new Ownership<OfficialPaper>
        {
            Province = p => p.Province,
            Firm = p => p.EnterpriseId,
            States = new Dictionary<string, Expression<Func<OfficialPaper, bool>>>(
                StringComparer.Ordinal
            )
            {
                [PlatformActs.IssuedPaper] = p => p.Number != null,
            },
        };
        return ModuleCatalog
            .Papers.SelectMany(kind =>
                kind.Read.OpensFilesOf.Select(body =>
                    QueryFilters.And(
                        p => p.Kind == kind.Name && p.Body == body,
                        QueryFilters.Reaches(db, kind.Read, body, owner)
                    )
                )
            )
            .Aggregate((Expression<Func<OfficialPaper, bool>>)(_ => false), QueryFilters.Or);
    }
}
