using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Consortia;

/// <summary>The table of registered consortia. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class ConsortiumSets
{
    extension(KarvanContext db)
    {
        public DbSet<Consortium> Consortia => db.Set<Consortium>();
    }
}
