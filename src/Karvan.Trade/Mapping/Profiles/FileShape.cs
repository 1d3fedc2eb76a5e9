namespace Karvan.Trade.Mapping.Profiles;

/// <summary>In what a text file is written.</summary>
public enum TextEncoding
{
    /// <summary>By its byte order mark; else UTF-8 if its bytes are that; else windows-1256.</summary>
    Auto,
    Utf8,
    Utf16,
    Windows1256,
}

/// <summary>What stands between the fields of a text file.</summary>
public enum FieldSeparator
{
    /// <summary>What cuts the first rows into the most even table.</summary>
    Auto,
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

/// <summary>Where the header stands.</summary>
/// <param name="Row">Line of its first row, or the row number in a workbook; from 1.</param>
/// <param name="Rows">Its rows, 1 to <see cref="MostRows"/>.</param>
public sealed record HeaderPlace(int Row, int Rows = 1)
{
    /// <summary>More rows than this are a report's front page and no header.</summary>
    public const int MostRows = 5;
}

/// <summary>How the table is found in a file.</summary>
/// <param name="Sheet">Name of the sheet of a workbook; null for the first visible one.</param>
/// <param name="Header">Null: it is looked for.</param>
public sealed record FileShape(
    TextEncoding Encoding = TextEncoding.Auto,
    FieldSeparator Separator = FieldSeparator.Auto,
    string? Sheet = null,
    HeaderPlace? Header = null
);

/// <summary>A column of a file: by its name, or, where the name is empty or occurs twice, by its place.</summary>
/// <param name="Name">As the header says it; case, blanks, digits and ي/ك do not matter. Names of several header rows are joined by <c> / </c>.</param>
/// <param name="Place">From 0; looked at only where the name does not tell one column.</param>
public sealed record ColumnReference(string Name, int? Place = null)
{
    /// <summary>No column at all: a target that nothing was found for.</summary>
    public static ColumnReference None { get; } = new("");

    public bool IsNone => Name.Length == 0 && Place is null;

    public override string ToString() =>
        Name.Length > 0 ? $"'{Name}'"
        : Place is { } place ? $"column {place + 1}"
        : "no column";
}
