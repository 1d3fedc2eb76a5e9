using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Promoters;

/// <summary>The table of the databank. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class PromoterSets
{
    extension(KarvanContext db)
    {
        public DbSet<Promoter> Promoters => db.Set<Promoter>();
    }
}
