using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Firms;

/// <summary>The table of firms. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class FirmSets
{
    extension(KarvanContext db)
    {
        public DbSet<Enterprise> Enterprises => db.Set<Enterprise>();
    }
}
