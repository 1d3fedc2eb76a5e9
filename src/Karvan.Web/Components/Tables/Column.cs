using Karvan.Web.Components.Fields;

namespace Karvan.Web.Components.Tables;

/// <summary>What a table knows of a column apart from its rows.</summary>
/// <param name="Key">Its name in addresses; stays when titles change.</param>
/// <param name="TitleKey">The key of its title's text.</param>
public record ColumnHead(string Key, string TitleKey)
{
    /// <summary>The key of its title on a page, where the page shows it in another unit than a file holds it.</summary>
    public string? ShownTitleKey { get; init; }

    internal string OnPage => ShownTitleKey ?? TitleKey;

    public bool Sorts { get; init; }

    public ColumnFilter Filter { get; init; }

    /// <summary>The key of the filter's label, where it looks for more than the column shows.</summary>
    public string? FilterTitleKey { get; init; }

    /// <summary>The answers of a filter that is chosen from a list.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Numbers stand under numbers.</summary>
    public bool Numeric { get; init; }
}

public sealed record Column<TRow>(string Key, string TitleKey, Func<TRow, Cell> Cell)
    : ColumnHead(Key, TitleKey);

public enum ColumnFilter
{
    None,

    /// <summary>A part of the text is typed.</summary>
    Text,

    /// <summary>One of the <see cref="ColumnHead.Choices"/>.</summary>
    Choice,

    /// <summary>From one day to another, either of them open; typed in either calendar.</summary>
    Days,
}
