using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evidence.Items;

/// <summary>The table of evidence.</summary>
public static class EvidenceSets
{
    extension(KarvanContext db)
    {
        public DbSet<EvidenceItem> EvidenceItems => db.Set<EvidenceItem>();
    }
}
