using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Intake;

/// <summary>The table of receipts.</summary>
public static class IntakeSets
{
    extension(KarvanContext db)
    {
        public DbSet<DossierReceipt> DossierReceipts => db.Set<DossierReceipt>();
    }
}
