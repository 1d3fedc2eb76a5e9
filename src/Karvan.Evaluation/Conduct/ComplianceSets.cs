using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Evaluation.Conduct;

/// <summary>The tables of compliance.</summary>
public static class ComplianceSets
{
    extension(KarvanContext db)
    {
        public DbSet<ViolationCase> ViolationCases => db.Set<ViolationCase>();

        public DbSet<CurrencyObligation> CurrencyObligations => db.Set<CurrencyObligation>();
    }
}
