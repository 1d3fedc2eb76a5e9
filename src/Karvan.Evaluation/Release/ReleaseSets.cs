using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Release;

/// <summary>The table of score cards.</summary>
public static class ReleaseSets
{
    extension(KarvanContext db)
    {
        public DbSet<ReleasedCard> ReleasedCards => db.Set<ReleasedCard>();
    }
}
