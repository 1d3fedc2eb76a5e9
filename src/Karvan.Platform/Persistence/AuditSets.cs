using Karvan.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Persistence;

/// <summary>Tables of the record of changes. Within a query's own lambdas ask <c>db.Set&lt;T&gt;()</c>: expression trees know no extension properties.</summary>
public static class AuditSets
{
    extension(KarvanContext db)
    {
        public DbSet<AuditEvent> AuditEvents => db.Set<AuditEvent>();

        public DbSet<AuditChain> AuditChains => db.Set<AuditChain>();
    }
}
