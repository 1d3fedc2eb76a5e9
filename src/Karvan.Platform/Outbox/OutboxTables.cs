using Microsoft.EntityFrameworkCore;

namespace Karvan.Platform.Outbox;

/// <summary>Messages to people.</summary>
internal static class OutboxTables
{
    public static void Map(ModelBuilder builder) =>
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("Outbox");
            message.HasIndex(m => new { m.SentAt, m.DueAt });
            message.HasIndex(m => m.WrittenAt);
        });
}
