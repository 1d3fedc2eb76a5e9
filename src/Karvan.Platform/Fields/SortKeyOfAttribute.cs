namespace Karvan.Platform.Fields;

/// <summary>
/// Says of which property this one is the key that puts it in Persian order. The key is made when the record is saved, and
/// nowhere else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortKeyOfAttribute(string property) : Attribute
{
    public string Property => property;
}
