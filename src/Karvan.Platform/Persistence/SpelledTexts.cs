using Karvan.Platform.Fields;
using Karvan.Platform.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Karvan.Platform.Persistence;

/// <summary>
/// Texts that people type are kept in one spelling, whatever way they came: a form, the command line, a list. What somebody
/// wrote earlier stays as it was until it is written anew.
/// </summary>
internal static class SpelledTexts
{
    public static void Keep(PropertyEntry property)
    {
        if (
            property.CurrentValue is string text
            && (property.IsModified || property.EntityEntry.State is EntityState.Added)
            && PersianText.Spelled(text) is var spelled
            && !string.Equals(spelled, text, StringComparison.Ordinal)
            && FieldDescription.Find(
                property.Metadata.DeclaringType.ClrType,
                property.Metadata.Name
            )
                is { Kind: FieldKind.Text }
        )
        {
            property.CurrentValue = spelled;
        }
    }
}
