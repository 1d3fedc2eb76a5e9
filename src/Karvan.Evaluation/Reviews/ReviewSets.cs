using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Reviews;

/// <summary>The tables of reviews.</summary>
public static class ReviewSets
{
    extension(KarvanContext db)
    {
        public DbSet<ReviewAssignment> ReviewAssignments => db.Set<ReviewAssignment>();

        public DbSet<ItemVerdict> ItemVerdicts => db.Set<ItemVerdict>();
    }
}
