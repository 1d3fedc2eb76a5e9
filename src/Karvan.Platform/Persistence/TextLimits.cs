using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>Texts that are longer than their columns: SQLite would keep them, PostgreSQL would not.</summary>
internal static class TextLimits
{
    /// <exception cref="InvalidOperationException">A form or a use case let one through.</exception>
    public static void Hold(PropertyEntry property)
    {
        if (property.CurrentValue is string text && text.Length > property.Metadata.GetMaxLength())
        {
            throw new InvalidOperationException(
                $"{property.EntityEntry.Metadata.ClrType.Name}.{property.Metadata.Name} holds {property.Metadata.GetMaxLength()} characters and was given {text.Length}: whoever takes it from people has to refuse it."
            );
        }
    }
}
