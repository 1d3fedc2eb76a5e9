using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Claims;

/// <summary>The table of claims. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class ClaimSets
{
    extension(KarvanContext db)
    {
        public DbSet<FirmClaim> FirmClaims => db.Set<FirmClaim>();
    }
}
