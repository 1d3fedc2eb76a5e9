using Karvan.Customs.Importing;
using Karvan.Customs.Lines;
using Karvan.Customs.Trade;
using Karvan.Customs.Uploads;
using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Customs.Records;

/// <summary>Tables of customs files and of what was read of them. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class CustomsSets
{
    extension(KarvanContext db)
    {
        public DbSet<CustomsFile> CustomsFiles => db.Set<CustomsFile>();

        public DbSet<CustomsProfile> CustomsProfiles => db.Set<CustomsProfile>();

        public DbSet<CustomsImport> CustomsImports => db.Set<CustomsImport>();

        public DbSet<CustomsAdjustment> CustomsAdjustments => db.Set<CustomsAdjustment>();

        public DbSet<LineObjection> LineObjections => db.Set<LineObjection>();

        public DbSet<MissingDeclaration> MissingDeclarations => db.Set<MissingDeclaration>();

        public DbSet<CustomsSnapshot> CustomsSnapshots => db.Set<CustomsSnapshot>();
    }
}
