using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Dossiers;

/// <summary>The tables of dossiers.</summary>
public static class DossierSets
{
    extension(KarvanContext db)
    {
        public DbSet<Dossier> Dossiers => db.Set<Dossier>();

        public DbSet<LateFiling> LateFilings => db.Set<LateFiling>();
    }
}
