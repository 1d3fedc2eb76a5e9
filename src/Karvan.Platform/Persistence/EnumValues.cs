using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>Values of enums that have no name: kept, they would break every page that shows the record.</summary>
internal static class EnumValues
{
    /// <exception cref="InvalidOperationException">A form or a use case let one through.</exception>
    public static void Hold(PropertyEntry property)
    {
        if (property.CurrentValue is Enum value && !Enum.IsDefined(value.GetType(), value))
        {
            throw new InvalidOperationException(
                $"{property.EntityEntry.Metadata.ClrType.Name}.{property.Metadata.Name} was given {value}, which is no {value.GetType().Name}: whoever takes it from people has to read it by its name."
            );
        }
    }
}
