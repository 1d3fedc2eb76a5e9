namespace Karvan.Platform.Fields;

/// <summary>Says where a form's fields, or one of them, are kept: there they are described.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public abstract class KeptInAttribute : Attribute
{
    private protected KeptInAttribute(Type record, string? name) => (Record, Name) = (record, name);

    public Type Record { get; }

    /// <summary>Of the record's property; null where it has the same name as the form's.</summary>
    public string? Name { get; }

    /// <summary>May be left empty in the form: what it belongs to is then not kept at all.</summary>
    public bool Optional { get; init; }
}

/// <inheritdoc cref="KeptInAttribute"/>
public sealed class KeptInAttribute<TRecord>(string? name = null)
    : KeptInAttribute(typeof(TRecord), name);
