namespace Karvan.Platform.Fields;

/// <summary>
/// Describes a field where it is kept: on the property of the record. Forms, what they check, the page of a stale edit, facts, the
/// record of changes and the column are drawn from it. What a form asks and no record keeps is described on the form.
/// </summary>
/// <param name="label">The key of its label's text.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string label) : Attribute
{
    public string Label => label;

    /// <summary>The key of what to say about the expected answer.</summary>
    public string? Hint { get; init; }

    /// <summary>How long a text may be, in characters: in forms and in the database.</summary>
    public int Longest { get; init; }

    /// <summary>Of a text; days, numbers, enumerations and yes or no are told by their type.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>What stands before the name of a value in the keys of the texts, where the type is an enumeration.</summary>
    public string? Values { get; init; }

    /// <summary>About how wide an answer is.</summary>
    public FieldLength Length { get; init; }

    /// <summary>Lines of a long text.</summary>
    public int Rows { get; init; } = 1;

    public string? Autocomplete { get; init; }

    /// <summary>The key of its label where several of it stand in one form, with a place for <c>{number}</c>.</summary>
    public string? Numbered { get; init; }

    /// <summary>To be filled in, but a draft is saved without it.</summary>
    public bool Asked { get; init; }

    /// <summary>Shown on its own, as a remark is: neither among the facts of its record nor among the changes of its trail.</summary>
    public bool Aside { get; init; }

    /// <summary>Of the column; null for none.</summary>
    public int? Limit =>
        Longest > 0 ? Longest
        : Kind.IsListed() ? ListedCode
        : null;

    /// <summary>Provinces, countries, chapters and languages all have two characters.</summary>
    private const int ListedCode = 2;
}

/// <summary>What a field holds: how it is typed, and how it is shown.</summary>
public enum FieldKind
{
    Text,
    Email,
    Password,
    Phone,
    Web,

    /// <summary>An amount: digits of either set, with separators.</summary>
    Number,

    /// <summary>A code of digits, as a national code or a tariff code.</summary>
    Digits,

    /// <summary>A day of the calendar.</summary>
    Day,

    YesNo,

    /// <summary>A value of an enumeration.</summary>
    Choice,

    /// <summary>Codes that the page has the names of.</summary>
    Codes,

    Province,
    Country,

    /// <summary>Two digits of the tariff.</summary>
    Chapter,

    Language,
}

/// <summary>How wide a field is drawn.</summary>
public enum FieldLength
{
    Full,
    Middle,
    Narrow,
}

public static class FieldKinds
{
    /// <summary>Whether the values are codes of a list that is part of the program.</summary>
    public static bool IsListed(this FieldKind kind) =>
        kind is FieldKind.Province or FieldKind.Country or FieldKind.Chapter or FieldKind.Language;
}
