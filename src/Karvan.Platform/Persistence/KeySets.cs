using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>The table of keys. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class KeySets
{
    extension(KarvanContext db)
    {
        public DbSet<DataKey> DataKeys => db.Set<DataKey>();
    }
}
