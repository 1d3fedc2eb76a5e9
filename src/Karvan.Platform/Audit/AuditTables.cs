using Karvan.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Audit;

/// <summary>The record of changes.</summary>
internal static class AuditTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<AuditChain>(chain =>
        {
            chain.ToTable("AuditChains");
            chain.HasKey(c => c.Key);
        });
        builder.Entity<AuditEvent>(happened =>
        {
            happened.ToTable("AuditEvents");
            happened.HasKey(e => e.Id);
            happened.HasIndex(e => new { e.Chain, e.Number }).IsUnique();
            happened.HasIndex(e => new { e.SubjectKind, e.SubjectId });
            happened.HasIndex(e => e.EnterpriseId);
            happened.HasIndex(e => e.At);
        });
    }
}
