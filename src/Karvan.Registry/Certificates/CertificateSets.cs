using Karvan.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Registry.Certificates;

/// <summary>The table of certificates. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class CertificateSets
{
    extension(KarvanContext db)
    {
        public DbSet<EraCertificate> EraCertificates => db.Set<EraCertificate>();
    }
}
