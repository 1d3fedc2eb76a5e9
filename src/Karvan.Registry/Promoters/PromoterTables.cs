using System.Linq.Expressions;
using Karvan.Platform.Fields;
using Karvan.Platform.People;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Karvan.Registry.Authorization;
using Karvan.Registry.Firms;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>The promoters' databank: applications, their answers, and the interviews about them.</summary>
internal static class PromoterTables
{
    public static void Map(ModelBuilder builder, KarvanContext db)
    {
        builder.Entity<Promoter>(promoter =>
        {
            promoter.ToTable("Promoters");
            promoter.Property(p => p.Version).IsConcurrencyToken();
            // One application at a time.
            promoter.HasIndex(p => p.PersonId).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
            promoter.HasIndex(p => new
            {
                p.State,
                p.Province,
                p.SubmittedAt,
            });
            promoter.HasIndex(p => p.SortKey);
            promoter.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
            promoter.HasMany(p => p.Fields).WithOne().HasForeignKey(f => f.PromoterId);
            promoter.HasMany(p => p.Languages).WithOne().HasForeignKey(l => l.PromoterId);
            promoter.HasMany(p => p.Courses).WithOne().HasForeignKey(c => c.PromoterId);
            promoter.HasMany(p => p.Interviews).WithOne().HasForeignKey(i => i.PromoterId);
            promoter.Ignore(p => p.Served);
            promoter.Ignore(p => p.IsClosed);
            promoter.SeenBy(
                db,
                RegistryActs.ReadPromoter,
                Body.SmallIndustries,
                new()
                {
                    Province = p => p.Province,
                    Person = p => p.PersonId,
                    States = new Dictionary<string, Expression<Func<Promoter, bool>>>(
                        StringComparer.Ordinal
                    )
                    {
                        [RegistryActs.SubmittedPromoter] = p => p.SubmittedAt != null,
                    },
                }
            );
        });
        builder.Entity<PromoterField>(field =>
        {
            field.HasIndex(f => f.Chapter);
        });
        builder.Entity<PromoterLanguage>(language =>
        {
            language.HasIndex(l => l.Code);
        });
        builder.Entity<PromoterCourse>(course => { });
        builder
            .Entity<PromoterInterview>()
            .HasMany(i => i.Findings)
            .WithOne()
            .HasForeignKey(f => f.InterviewId);
    }
}
