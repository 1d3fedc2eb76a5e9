using System.Collections.Concurrent;
using System.Reflection;

namespace Karvan.Platform.Fields;

/// <summary>A field as it was described, once for all that shows, takes or keeps it.</summary>
public sealed class FieldDescription
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<FieldDescription>> Known =
        new();

    private readonly FieldAttribute said;

    private FieldDescription(PropertyInfo property, FieldAttribute said)
    {
        this.said = said;
        Name = property.Name;
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Kind =
            said.Kind is not FieldKind.Text ? said.Kind
            : ValueType == typeof(bool) ? FieldKind.YesNo
            : ValueType == typeof(DateOnly) ? FieldKind.Day
            : ValueType.IsEnum ? FieldKind.Choice
            : ValueType.IsPrimitive || ValueType == typeof(decimal) ? FieldKind.Number
            : FieldKind.Text;
        Required = !said.Asked && Kind is not FieldKind.YesNo && IsFilled(property);
    }

    /// <summary>Of the property that keeps it.</summary>
    public string Name { get; }

    /// <summary>What the property holds, whether it may be empty or not.</summary>
    public Type ValueType { get; }

    public FieldKind Kind { get; }

    /// <summary>Whether nothing can be kept without it: the property is never empty.</summary>
    public bool Required { get; }

    /// <inheritdoc cref="FieldAttribute.Asked"/>
    public bool Asked => said.Asked;

    public string Label => said.Label;

    public string? Hint => said.Hint;

    /// <summary>In characters; null for what is no text.</summary>
    public int? Limit => said.Limit;

    /// <inheritdoc cref="FieldAttribute.Values"/>
    public string? Values => said.Values;

    public FieldLength Length => said.Length;

    public int Rows => said.Rows;

    public string? Autocomplete => said.Autocomplete;

    /// <inheritdoc cref="FieldAttribute.Numbered"/>
    public string? Numbered => said.Numbered;

    /// <inheritdoc cref="FieldAttribute.Aside"/>
    public bool Aside => said.Aside;

    /// <summary>Every described field of a record, in the order in which it has them; those of its base last.</summary>
    public static IReadOnlyList<FieldDescription> Of(Type record) =>
        Known.GetOrAdd(
            record,
            type =>
                [
                    .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Select(p => (Property: p, Said: p.GetCustomAttribute<FieldAttribute>()))
                        .Where(p => p.Said is not null)
                        .Select(p => new FieldDescription(p.Property, p.Said!)),
                ]
        );

    /// <exception cref="ArgumentException">The record describes no such field.</exception>
    public static FieldDescription Of(Type record, string name) =>
        Find(record, name)
        ?? throw new ArgumentException(
            $"{record.Name}.{name} has no [Field] that describes it.",
            nameof(name)
        );

    /// <returns>Null where the record describes no such field.</returns>
    public static FieldDescription? Find(Type record, string name) =>
        Of(record).FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>What describes a property of a form: itself, or where it is kept. Null for nothing.</summary>
    /// <param name="form">The form, which may be more than the type that declares the property.</param>
    public static FieldDescription? OfForm(Type form, PropertyInfo property)
    {
        if (Find(form, property.Name) is { } own)
        {
            return own;
        }
        if (property.GetCustomAttribute<KeptInAttribute>() is { } one)
        {
            return Of(one.Record, one.Name ?? property.Name);
        }
        return form.GetCustomAttribute<KeptInAttribute>() is { } all
            ? Find(all.Record, property.Name)
            : null;
    }

    private static bool IsFilled(PropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is null
            : new NullabilityInfoContext().Create(property).ReadState is NullabilityState.NotNull;
}
