using System.Globalization;
using System.Reflection;
using Karvan.Platform.Events;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>Reads off the change tracker which fields of which records are about to change, before and after.</summary>
internal static class FieldChanges
{
    /// <summary>What Identity keeps and nobody may read, not even in the record of changes.</summary>
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        nameof(IdentityUser.PasswordHash),
        nameof(IdentityUser.SecurityStamp),
        nameof(IdentityUser.ConcurrencyStamp),
    };

    private static readonly HashSet<Type> SecretTables = [typeof(IdentityUserToken<Guid>)];

    public static List<FieldChange> Of(ChangeTracker tracker)
    {
        var changes = new List<FieldChange>();
        foreach (var entry in tracker.Entries().ToList())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !IsRecorded(entry))
            {
                continue;
            }
            foreach (var property in entry.Properties.Where(p => IsRecorded(entry, p)))
            {
                var before = entry.State is EntityState.Added ? null : Text(property.OriginalValue);
                var after = entry.State is EntityState.Deleted ? null : Text(property.CurrentValue);
                if (!string.Equals(before, after, StringComparison.Ordinal))
                {
                    changes.Add(
                        new FieldChange(
                            entry.Metadata.ClrType.Name,
                            Id(entry),
                            property.Metadata.Name,
                            before,
                            after
                        )
                    );
                }
            }
        }
        return changes;
    }

    private static bool IsRecorded(EntityEntry entry) =>
        entry.Entity is not (AuditEvent or AuditChain)
        && entry.Metadata.ClrType.GetCustomAttribute<NotRecordedAttribute>() is null;

    private static bool IsRecorded(EntityEntry entry, PropertyEntry property) =>
        !property.Metadata.IsPrimaryKey()
        && !Secrets.Contains(property.Metadata.Name)
        && !(SecretTables.Contains(entry.Metadata.ClrType) && property.Metadata.Name == "Value")
        && property.Metadata.PropertyInfo?.GetCustomAttribute<NotRecordedAttribute>() is null;

    private static string Id(EntityEntry entry) =>
        string.Join(
            '/',
            entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => Text(p.CurrentValue))
        );

    /// <summary>A value as the record of changes writes it.</summary>
    internal static string? Text(object? value) =>
        value switch
        {
            null => null,
            DateTime at => at.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture
            ),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
