using Karvan.Platform.Authorization;
using Karvan.Platform.Fields;
using Karvan.Platform.Persistence;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>Work that outlives requests; shown to whoever keeps the province it is about, and to who asked for it.</summary>
internal static class JobTables
{
    public static void Map(ModelBuilder builder, KarvanContext db) =>
        builder.Entity<Job>(job =>
        {
            job.ToTable("Jobs");
            job.Property(j => j.Kind).HasMaxLength(Lengths.Code);
            job.Property(j => j.Province).HasMaxLength(2);
            job.Property(j => j.AskedBy).HasMaxLength(Lengths.Name);
            job.Property(j => j.LeasedBy).HasMaxLength(Lengths.Name);
            job.Property(j => j.Stage).HasMaxLength(Lengths.Code);
            job.HasIndex(j => new { j.State, j.RunAfter });
            job.HasIndex(j => new { j.SubjectId, j.Kind });
            job.SeenBy(
                db,
                PlatformActs.ReadJobs,
                Body.Shared,
                new() { Province = j => j.Province }
            );
        });
}
