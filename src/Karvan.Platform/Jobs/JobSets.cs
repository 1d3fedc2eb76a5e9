using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Jobs;

/// <summary>The table of jobs. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class JobSets
{
    extension(KarvanContext db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}
